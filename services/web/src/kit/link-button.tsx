import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link of the console that looks like a button: one element for keyboard and screen reader. */
export function LinkButton({ to, ...button }: { readonly to: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return (
    <Button
      {...button}
      href={href}
      onClick={(event) => {
        if (event.currentTarget instanceof HTMLAnchorElement) follow(event as React.MouseEvent<HTMLAnchorElement>);
      }}
    />
  );
}

import { Modal as AntModal, type ModalProps } from 'antd';
import { useEffect, useRef, useState } from 'react';

/**
 * A dialog. It gives the focus back to what had it, also where it is unmounted while it is open: antd does so only at the
 * end of its own closing.
 */
export function Modal(props: ModalProps) {
  const [opener] = useState(() => document.activeElement);
  const open = useRef(false);
  useEffect(() => {
    open.current = props.open ?? false;
  }, [props.open]);
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (open.current && lost && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    },
    [opener],
  );
  return <AntModal {...props} />;
}

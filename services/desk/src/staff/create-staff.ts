import type { DeskDeps, DeskPart } from '../desk-part';
import { staffRoutes } from './http/staff.routes';
import { keepStaff } from './keep-staff';
import type { AllOpenWork } from './open-work';
import type { StaffRepository } from './persistence/staff.repository';

/** Who brokers for an association, and handing over. @param work every kind of it that people hold */
export function createStaff(
  deps: DeskDeps & { readonly staff: StaffRepository; readonly work: AllOpenWork },
): DeskPart {
  return { routes: staffRoutes(deps), events: keepStaff(deps) };
}

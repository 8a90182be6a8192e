import {
  IconBooks,
  IconChecklist,
  IconFileInvoice,
  IconFileText,
  IconForms,
  IconListSearch,
  IconScale,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '@interspace/server/contract/roles';

/** What stands in the navigation, in its order. Items without the permission are not shown. */
export interface NavigationItem {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly needs: Permission;
  /** Pressed one after the other. */
  readonly keys: string;
}

export const NAVIGATION: readonly NavigationItem[] = [
  { path: '/review', label: 'Review', icon: IconFileText, needs: 'review', keys: 'g r' },
  { path: '/form', label: 'Form entry', icon: IconForms, needs: 'review', keys: 'g f' },
  { path: '/claims', label: 'Claims', icon: IconFileInvoice, needs: 'claims:read', keys: 'g c' },
  { path: '/patients', label: 'Patients', icon: IconUsers, needs: 'chart:read', keys: 'g p' },
  { path: '/work', label: 'Work queue', icon: IconChecklist, needs: 'work:read', keys: 'g w' },
  { path: '/rulebook', label: 'Rulebook', icon: IconScale, needs: 'rulebook:read', keys: 'g b' },
  { path: '/library', label: 'Library', icon: IconBooks, needs: 'rulebook:read', keys: 'g l' },
  { path: '/accounts', label: 'Accounts', icon: IconShieldLock, needs: 'accounts:write', keys: 'g a' },
  { path: '/audit', label: 'Audit log', icon: IconListSearch, needs: 'audit:read', keys: 'g u' },
];

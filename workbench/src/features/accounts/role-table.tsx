import { may, Permission, Role } from '@interspace/server/contract/roles';
import { Section } from '../../ui/section.tsx';
import classes from './accounts.module.css';

const WORDS: Readonly<Record<Permission, string>> = {
  review: 'Review notes and claims',
  'chart:read': 'Read charts',
  'chart:write': 'Write charts',
  answer: 'Answer questions',
  'claims:read': 'Read claim files',
  'claims:write': 'Drop claim files',
  'work:read': 'See the work queue',
  'work:write': 'Assign and resolve work',
  'authorization:write': 'Keep authorizations',
  'rulebook:read': 'Read the rulebook',
  'library:write': 'Import tables',
  'records:read': 'Read decision records',
  'audit:read': 'Read the audit log',
  'accounts:write': 'Keep accounts',
  'break-glass': "Open another's chart with a reason",
};

/** What each role may do, as the server holds it. */
export function RoleTable() {
  return (
    <Section
      title="What a role may do"
      about="The server refuses the rest; screens only leave out what would be refused."
    >
      <table className={classes['roles']}>
        <thead>
          <tr>
            <th scope="col">Act</th>
            {Role.options.map((role) => (
              <th key={role} scope="col">
                {role}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Permission.options.map((permission) => (
            <tr key={permission}>
              <th scope="row">{WORDS[permission]}</th>
              {Role.options.map((role) => (
                <td key={role}>
                  {may(role, permission) ? <span aria-label="may">✓</span> : <span aria-label="may not">·</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

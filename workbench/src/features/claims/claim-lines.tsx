import { Table } from '@mantine/core';
import type { ClaimView } from '@interspace/server/contract/batches';
import type { Finding } from '@interspace/core/model/finding';
import { Money } from '../../ui/money.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import classes from './claims.module.css';

/** The lines as they stand on the claim, with a sign where something is said of them. */
export function ClaimLines({ lines, findings }: { lines: ClaimView['lines']; findings: readonly Finding[] }) {
  return (
    <section aria-label="Lines">
      <h3 className={classes['panelHeading']}>Lines</h3>
      <Table className={classes['lines']} verticalSpacing={4} aria-label="Lines of the claim">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th>
            <Table.Th>Code</Table.Th>
            <Table.Th>Units</Table.Th>
            <Table.Th>Diagnoses</Table.Th>
            <Table.Th>Place</Table.Th>
            <Table.Th ta="right">Charge</Table.Th>
            <Table.Th>Worst</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ number, code, modifiers, units, diagnoses, placeOfService, charge }) => (
            <Table.Tr key={number}>
              <Table.Td>{number}</Table.Td>
              <Table.Td>{[code, ...modifiers].join('-')}</Table.Td>
              <Table.Td>{units}</Table.Td>
              <Table.Td>{diagnoses.join(' ')}</Table.Td>
              <Table.Td>{placeOfService ?? '–'}</Table.Td>
              <Table.Td ta="right">{charge === undefined ? '–' : <Money cents={charge} />}</Table.Td>
              <Table.Td>
                <SeverityBadge severity={worstOf(number, findings)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function worstOf(line: number, findings: readonly Finding[]): 'block' | 'warn' | 'note' | 'clean' {
  const said = new Set(findings.filter((finding) => finding.line === line).map(({ severity }) => severity));
  return (['block', 'warn', 'note'] as const).find((severity) => said.has(severity)) ?? 'clean';
}

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Patient as PatientSchema, PatientLedger } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';

export type Patient = z.infer<typeof PatientSchema>;

export const patient = (id: string) =>
  queryOptions({
    queryKey: ['patients', id],
    queryFn: ({ signal }) => api.get<Patient>(`/patients/${id}`, { signal }),
  });

export const ledger = (id: string) =>
  queryOptions({
    queryKey: ['patients', id, 'ledger'],
    queryFn: ({ signal }) => api.get<PatientLedger>(`/patients/${id}/ledger`, { signal }),
  });

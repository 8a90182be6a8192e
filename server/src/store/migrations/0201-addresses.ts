/** Where patients live: a claim file names it. */
export const ADDRESSES = `
alter table patients add column street text, add column city text, add column zip text;
`;

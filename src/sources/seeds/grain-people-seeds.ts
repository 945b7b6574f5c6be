// Who meets in the seeded world, and how Grain sorts the meetings: people, teams and meeting types.
import type { GrainSeed } from '../connectors/grain.ts';

export type Participant = NonNullable<GrainSeed['participants']>[number];
type Team = NonNullable<GrainSeed['teams']>[number];
type MeetingType = NonNullable<GrainSeed['meeting_type']>;

const colleague = (id: string, name: string, mailbox: string): Participant => ({
  id,
  name,
  email: `${mailbox}@quaymark.example`,
  scope: 'internal',
  confirmed_attendee: true,
  hs_contact_id: null,
});

const guest = (
  id: string,
  name: string,
  email: string | null,
  hubspotContact: string | null,
): Participant => ({
  id,
  name,
  email,
  scope: 'external',
  confirmed_attendee: true,
  hs_contact_id: hubspotContact,
});

/** Somebody who was invited and did not come. */
export const absent = (person: Participant): Participant => ({ ...person, confirmed_attendee: false });

export const staff = {
  priya: colleague('6bec437b-884f-43c4-8965-62c034f72904', 'Priya Raman', 'priya'),
  tomasz: colleague('8141c60d-46bf-4140-a21b-b064689907b2', 'Tomasz Wilk', 'tomasz'),
  ingrid: colleague('61e05b5f-eb86-4815-b1d0-ad87bbbfc275', 'Ingrid Solheim', 'ingrid'),
  marcus: colleague('96d64c3e-35c6-43e6-a612-9815295116fc', 'Marcus Bell', 'marcus'),
  chloe: colleague('8cff0caf-e760-430c-9ead-8d419d802437', 'Chloé Dubois', 'chloe'),
  dana: colleague('20c18f45-2c17-4938-ad61-ff5e7104ad0b', 'Dana Okafor', 'dana'),
  luis: colleague('8a04022d-6414-46d6-8a7c-491568d2a0aa', 'Luis Herrera', 'luis'),
  aoife: colleague('3fc1a599-7021-49dc-9502-ac49261c058a', 'Aoife Brennan', 'aoife'),
  sam: colleague('2bfcb417-713d-4090-a55b-54a085405879', 'Sam Whitlock', 'sam'),
  yuki: colleague('4265f0ac-e30e-4a85-894c-9ed479c8d179', 'Yuki Tanabe', 'yuki'),
  henrik: colleague('c950dd11-8b1f-4073-90e3-5bbe13cdd902', 'Henrik Maas', 'henrik'),
  noor: colleague('4cd383b9-b5b8-4024-814d-d713119f69b7', 'Noor El-Amin', 'noor'),
  grace: colleague('2bceb09b-02d4-489a-8bda-f0dd1d1716d0', 'Grace Adeyemi', 'grace'),
  ben: colleague('b5e92e74-5a31-49a1-ad4b-e46ecaec7da3', 'Ben Kowalski', 'ben'),
  rosa: colleague('f5aba0fc-31f3-4e88-aac6-f2b1b0de8b62', 'Rosa Marchetti', 'rosa'),
  elliot: colleague('e0a7eb9c-85ff-416d-b316-d54dc96eb7f4', 'Elliot Park', 'elliot'),
};

export const guests = {
  mette: guest(
    '98ba426e-b08a-412d-ba4f-d6afaa2afbac',
    'Mette Kjær',
    'mette.kjaer@nordhavnfoods.example',
    '40118250731',
  ),
  soren: guest(
    'adafd115-7ed9-4313-b0f4-72e44d9a7f4d',
    'Søren Vang',
    'soren.vang@nordhavnfoods.example',
    '40118250744',
  ),
  callum: guest(
    'f5702753-e95d-4227-bdbd-f27a0e209255',
    'Callum Reid',
    'creid@meridiancold.example',
    '40119377102',
  ),
  hannah: guest('ea7d13b8-abeb-4b1c-aebf-ea28b2f95e56', 'Hannah Oduya', 'hoduya@meridiancold.example', null),
  lena: guest(
    '45c428c0-4215-4304-aac6-25d0793845aa',
    'Lena Hoffmann',
    'hoffmann@roesterei-brandt.example',
    '40120046615',
  ),
  siobhan: guest(
    '145780c9-60e8-42c6-8018-ba30e2053c20',
    "Siobhán O'Malley",
    'siobhan@omalleyfreight.example',
    '40121893340',
  ),
  kenji: guest(
    'ac8bb63e-ca72-44ee-8979-61d0ee2ecac3',
    '北野 健二 (Kenji Kitano)',
    'k.kitano@kitano-logistics.example',
    '40122510987',
  ),
  elena: guest(
    '43844594-8145-4e8f-8ee1-b21d90a4979b',
    'Elena Saldaña',
    'elena@saldanaport.example',
    '40123664208',
  ),
  juliette: guest(
    'a4d5e32c-7bf6-49cc-af0b-f1c369a9f1f3',
    'Juliette Ferrant',
    'juliette@studioferrant.example',
    null,
  ),
  candidate: guest('05833afa-fa0d-4580-abf6-37a9fbc088fe', 'Imogen Achterberg', null, null),
};

/** Somebody who dialled in: Grain knows the number and nothing else. */
export const caller: Participant = {
  id: 'd7d9f42f-0c73-4b53-8e6f-91038af35513',
  name: '+44 117 496 0142',
  email: null,
  scope: 'unknown',
  confirmed_attendee: true,
  hs_contact_id: null,
};

export const teams = {
  sales: { id: 'c6f5f2aa-2c1a-41b8-a6e2-8a0c756ac1b4', name: 'Sales' },
  success: { id: '2c595cea-3456-4963-9ccf-bbedec482b38', name: 'Customer Success' },
  product: { id: 'ffd9d747-6a12-4a68-9296-a89a301df342', name: 'Product' },
  engineering: { id: '617b813f-39c3-459b-b77d-8d7cb4541c94', name: 'Engineering' },
  marketing: { id: 'd5ea16b6-5e34-4928-acb3-589e7273f364', name: 'Marketing' },
  people: { id: '6a772910-b305-4232-9172-d7f61143913f', name: 'People & Ops' },
} satisfies Record<string, Team>;

export const meetingTypes = {
  discovery: { id: '6d5c45e4-94fd-486b-a812-49507b4eec50', name: 'Discovery call', scope: 'external' },
  demo: { id: '0ab317cb-f60a-4c12-8227-72db3009cb73', name: 'Product demo', scope: 'external' },
  review: {
    id: '16aa061f-8d63-4880-ad4d-89638aae098a',
    name: 'Quarterly business review',
    scope: 'external',
  },
  checkIn: { id: '0ba5eb00-bf2d-4187-9790-93afc7f7ddea', name: 'Customer check-in', scope: 'external' },
  research: { id: '979f513e-961a-4512-b45f-ff30620120f5', name: 'User research', scope: 'external' },
  teamSync: { id: '73435e6a-76f5-4b62-bfb6-d24bdd3a4e7d', name: 'Team sync', scope: 'internal' },
  interview: { id: '44609f1d-0678-477a-a172-e6e73da34761', name: 'Candidate interview', scope: 'internal' },
} satisfies Record<string, MeetingType>;

/** Companies and deals as HubSpot numbers them. */
export const accounts = {
  nordhavn: { hubspot_company_ids: ['20934417701'], hubspot_deal_ids: ['31570042218', '31570042305'] },
  meridian: { hubspot_company_ids: ['20934418856'], hubspot_deal_ids: ['31570051194'] },
  brandt: { hubspot_company_ids: ['20934420013'], hubspot_deal_ids: ['31570063307'] },
  omalley: { hubspot_company_ids: ['20934426640'], hubspot_deal_ids: ['31570071852'] },
  kitano: { hubspot_company_ids: ['20934423998'], hubspot_deal_ids: [] },
  saldana: { hubspot_company_ids: ['20934425127'], hubspot_deal_ids: ['31570069941'] },
};

// Two Google Drive accounts of the seeded world, the company's and its film agency's; they share one file.
import { digest } from '../../util/random.ts';
import type { GoogleDriveSeed } from '../connectors/google-drive.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const sharedFilmId = '1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf';

const company: GoogleDriveSeed[] = [
  {
    id: sharedFilmId,
    path: 'Marketing/Launch 2025/Hero film.mp4',
    size_bytes: 1_476_395_008,
    duration_seconds: 92.4,
    width: 3840,
    height: 2160,
    created_at: '2025-10-24T16:05:00Z',
  },
  {
    id: '1TkpfghvbVZRdiDfnVZ3Ku6BJ3oJ2Mw6p',
    path: 'Marketing/Launch 2025/Hero film – 30s cut.mp4',
    created_at: '2025-10-27T09:12:00Z',
  },
  {
    id: '1G__VxpQxxiMO_2jjcdpWB9fLyvG0n3aY',
    path: 'Marketing/Launch 2025/Hero film – vertical (9x16).mp4',
    created_at: '2025-10-27T09:40:00Z',
  },
  {
    id: '1_C_Qz4La7Fv8AqnShgWtjnEJ0tD17TwC',
    path: 'Marketing/Launch 2025/Hero film captions.srt',
    size_bytes: 41_288,
    created_at: '2025-10-28T08:00:00Z',
  },
  {
    id: '13pVZWwbVuWyfSmLReKCH22lThk9TlZ27',
    path: 'Marketing/Launch 2025/Webinar/Quaymark Yard launch webinar.mp4',
    created_at: '2025-11-04T17:30:00Z',
  },
  {
    id: '1SwURJbrekjQPzfHistb1j3EtPra1dqX9',
    path: 'Marketing/Launch 2025/Webinar/Q&A – what about winter?.mp4',
    created_at: '2025-11-04T17:45:00Z',
  },
  {
    id: '1ZPFH9kviWVLC1nrLHmC-MSoGxvcMJqD8',
    path: 'Marketing/Launch 2025/Webinar/Audio only.m4a',
    created_at: '2025-11-04T17:50:00Z',
  },
  {
    id: '19UHZlgl8E8CyWhxq7t7xOefHFt1xDJhZ',
    path: 'Marketing/Customer stories/Nordhavn Foods – Mette Kjær.mp4',
    created_at: '2025-09-29T14:00:00Z',
  },
  {
    id: '1xs8-cZSiQsH7v0dzcCIKVVTTKePGH5JC',
    path: 'Marketing/Customer stories/Rösterei Brandt/Übersicht – Café.mp4',
    created_at: '2025-08-22T10:15:00Z',
  },
  {
    id: '1B_S4VA9ORgeeVpDoAFxB6_Kweo0aHX0W',
    path: 'Marketing/Customer stories/Rösterei Brandt/Interview Lena Hoffmann.mp4',
    created_at: '2025-08-22T11:00:00Z',
  },
  {
    id: '1E8j6HCs8p36mL40Fiel274s-9LAcbFjn',
    path: 'Marketing/Customer stories/Kitano Logistics/北野物流 お客様の声.mp4',
    created_at: '2025-09-18T02:30:00Z',
  },
  {
    id: '1bZT2Wzur08nYlOUG0dfvXkeGLDKCu9Zo',
    path: 'Marketing/Customer stories/100% uptime.mov',
    created_at: '2025-10-15T12:00:00Z',
  },
  {
    id: '1ffSTCMTH6LHPST1MUWmBrae4cKFix3TC',
    path: 'Marketing/Brand guidelines.pdf',
    created_at: '2025-06-20T09:00:00Z',
  },
  {
    id: '1z7id0petmvJe8FdvlPuIf61iDg0sZxNR',
    path: 'Sales/Demos/Docks + Yard in 6 minutes.mp4',
    created_at: '2025-11-07T13:00:00Z',
  },
  {
    id: '1ODmCvKAnrum9tlFabfz3bEaAPA8HH-YM',
    path: 'Sales/Demos/Dock scheduling for cold chain.mp4',
    created_at: '2025-08-06T13:00:00Z',
  },
  {
    id: '1ONbbrVM9c66rGnQQsqYfYVjSdYmvQV4k',
    path: "Sales/Demos/O'Malley Freight – tailored demo.mp4",
    created_at: '2025-10-09T15:20:00Z',
  },
  {
    id: '1Qp0vcIA6eDNKVFdc1Dv0cmncj59BeqmD',
    path: 'Sales/Call library/Objection #4 – price.mp4',
    created_at: '2025-09-11T08:30:00Z',
  },
  {
    id: '1CkNDihNPm9z-OhtncQxD1-dluYK1kaEd',
    path: 'Sales/Call library/Objection #7 – "we already have CCTV".mp4',
    created_at: '2025-09-11T08:50:00Z',
  },
  {
    id: '1Jgxdy4MbRhJ7fv_LTM2Us4jszBUrzOCI',
    path: 'Sales/Kickoff 2026/Opening – Ingrid Solheim.mp4',
    created_at: '2026-01-08T10:00:00Z',
  },
  {
    id: '18HaYcmIBcd8C9RnJJeWwwYVphRGRiuqI',
    path: 'Sales/Kickoff 2026/Territories 2026.mp4',
    created_at: '2026-01-08T11:30:00Z',
  },
  {
    id: '18oSw1wZ4u8-N9P7SbtoLP66CQuKAH-EC',
    // Uploaded from a phone: no extension, the type is all that tells what it is.
    path: 'Customers/Meridian Cold Chain/Site walk Avonmouth',
    mime_type: 'video/mp4',
    size_bytes: 628_097_024,
    created_at: '2025-07-24T12:40:00Z',
  },
  {
    id: '14z0BBQdX2Ectd8z0xhlwh6Du4bRO2El9',
    path: 'Customers/Meridian Cold Chain/Outage 18 November/Camera wall.mp4',
    created_at: '2025-11-18T12:10:00Z',
  },
  {
    id: '184Ki9mg4t5RcBxgYWrxIhKcya-X2BCJm',
    path: 'Customers/Meridian Cold Chain/Outage 18 November/Debrief with Callum Reid.mp4',
    created_at: '2025-11-19T15:00:00Z',
  },
  {
    id: '1ZnIhB5xnqZU4WToPl_Gisq2gXIX_RcPv',
    path: 'Customers/Nordhavn Foods/Go-live Aarhus.mp4',
    created_at: '2025-09-01T07:30:00Z',
  },
  {
    id: '11syIlXwY9BeJzquc0NHgKgUoWkMlVhKP',
    path: 'Customers/Saldaña Port Services/Formación operadores.mp4',
    created_at: '2025-10-23T10:00:00Z',
  },
  {
    id: '19Urd_5ceDDchQrkJK5nOGpKM5gfTwSUC',
    path: 'People/Onboarding/01 Welcome – Priya Raman.mp4',
    created_at: '2025-06-23T09:00:00Z',
  },
  {
    id: '1ZBkS2W-QDZW85_5lGvrpgadrn6i0rqhX',
    path: 'People/Onboarding/02 How a loading dock works.mp4',
    created_at: '2025-06-23T10:00:00Z',
  },
  {
    id: '1hG5TkvkC63xyB4KICEwvzrAVPUhv_qMf',
    path: 'All hands 2025-12-18.mp4',
    created_at: '2025-12-18T17:05:00Z',
  },
  {
    id: '1YARaDygsMrhgpQwoiOvBCH1tqPhYU2nq',
    path: 'Inbox/Corrupted phone clip.mov',
    size_bytes: 7_340_032,
    outcome: 'failed',
    created_at: '2025-12-02T18:22:00Z',
  },
  {
    id: '1l686wV_bi--Lgo2HFKWe-VgiEZTxFbz6',
    path: 'Inbox/Stuck transcode.mp4',
    outcome: 'processing',
    created_at: '2025-12-03T08:15:00Z',
  },
  {
    id: '1xFkMRDcuj-_5HFWINPw3JnIpphj69HUk',
    path: 'Inbox/Provider unavailable.mp4',
    error: 'provider-unavailable',
    created_at: '2025-12-03T08:20:00Z',
  },
  {
    id: '1XuwAjgMnPspKgJa9unP1rkZLtw9_JFAy',
    path: 'Inbox/Item not found (moved to another drive).mp4',
    error: 'item-not-found',
    created_at: '2025-12-04T11:00:00Z',
  },
];

const agency: GoogleDriveSeed[] = [
  {
    id: sharedFilmId,
    path: 'Quaymark/Deliverables/Hero film.mp4',
    size_bytes: 1_476_395_008,
    duration_seconds: 92.4,
    width: 3840,
    height: 2160,
    created_at: '2025-10-24T16:05:00Z',
  },
  {
    id: '1mzOW3mSp6tAhIzZ21nXBYkhiNeJywQDC',
    path: 'Quaymark/Deliverables/Hero film – clean (no titles).mov',
    created_at: '2025-10-24T16:30:00Z',
  },
  {
    id: '1z3LV6d0UI5VA9oVc7juLnlJNG1D96PYr',
    path: 'Quaymark/Rushes/Day 1 – Bristol/A001 gate at dawn.mov',
    created_at: '2025-09-22T05:50:00Z',
  },
  {
    id: '1L6zua9OTB8mhbH277kq0HEhsKmKiw3SH',
    path: 'Quaymark/Rushes/Day 1 – Bristol/A002 forklift ballet.mov',
    created_at: '2025-09-22T09:10:00Z',
  },
  {
    id: '1Cq7vtsGEwzg1OV_8wyihQFJvlXv2AZwe',
    path: 'Quaymark/Rushes/Day 1 – Bristol/A003 Priya, take #2.mov',
    created_at: '2025-09-22T13:25:00Z',
  },
  {
    id: '1I3uFgNyjUF4QMMZFXp7r4paqsDS3HT0c',
    path: 'Quaymark/Rushes/Day 2 – Aarhus/B001 harbour drone.mov',
    created_at: '2025-09-24T06:40:00Z',
  },
  {
    id: '1ylxBM7DekX8si6PJkGlBo2l6hTRAMYyp',
    path: 'Quaymark/Rushes/Day 2 – Aarhus/B002 Mette Kjær interview.mov',
    created_at: '2025-09-24T10:00:00Z',
  },
  {
    id: '12Wn6_ve6RXlYnMIMxkgGCSNrw22F28Eh',
    path: 'Quaymark/Sound/Room tone.wav',
    created_at: '2025-09-24T10:45:00Z',
  },
  {
    id: '1xPrNsUvEZNpf9HWLBxrqYJAoWdnK2p33',
    path: 'Quaymark/Sound/Voice-over v3 – José.wav',
    created_at: '2025-10-16T14:00:00Z',
  },
  {
    id: '1_mB3Ud9R2sGsJaoFkGclWDCCIZRj-Iz9',
    path: 'Quaymark/Offline edits/Edit v5 + music.mp4',
    created_at: '2025-10-13T18:00:00Z',
  },
  {
    id: '1yK0-zsdQAtjVM7tRGTd_YL1Jvh9wCSr9',
    path: 'Quaymark/Offline edits/Edit v6 – 80% grade.mp4',
    created_at: '2025-10-17T18:00:00Z',
  },
  {
    id: '1D8asQi78knO_ksi1H1Cpw34lS3SWjc5o',
    path: 'Studio reel 2025.mp4',
    created_at: '2025-12-12T09:30:00Z',
  },
  {
    id: '1M0ok5CUX6-KPp3blURFbW0rMreHhDn_9',
    path: 'Quaymark/Rushes/Corrupted card B003.mov',
    size_bytes: 268_435_456,
    outcome: 'failed',
    created_at: '2025-09-24T11:30:00Z',
  },
];

const errorCases: GoogleDriveSeed[] = errorCaseItems('share-links', 'listings').map(
  ({ path, key, seed }) => ({
    id: `1${digest(`google-drive ${key}`, 32)}`,
    path: `${path.join('/')}.mp4`,
    ...seed,
  }),
);

export const googleDriveSeeds = [
  {
    id: '91e3d4c7-5b28-4a9f-b6e0-38d71fa20c5e',
    created_at: '2025-06-19T10:05:00Z',
    updated_at: '2025-09-03T14:40:00Z',
    metadata: { account_email: 'media@quaymark.example', account_name: 'Quaymark Media' },
    items: [...company, ...errorCases],
  },
  {
    id: 'c85a07f1-e49d-4063-9f12-d6b3704ea8c9',
    created_at: '2025-07-28T15:45:00Z',
    metadata: { account_email: 'projects@studioferrant.example', account_name: 'Studio Ferrant' },
    items: agency,
  },
] satisfies SeedConnector<GoogleDriveSeed>[];

// Ids that the mock gives to a fresh account, so that the examples in the contracts are real ones.
export const ids = {
  s3: 'b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3',
  gcs: '2d97f5a8-c03e-4b61-a7d4-95e8130bc46f',
  'google-drive': '91e3d4c7-5b28-4a9f-b6e0-38d71fa20c5e',
  dropbox: '4ef1830b-a6c5-47d2-8b97-e10d5c3f629a',
  zoom: 'ea6d29b4-0f73-4c15-95a8-7b41e2c8d036',
  grain: '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15',
  gong: '07b8c6d3-92fa-4e41-ad50-f3619b24e8d7',
  recall: 'd3542f9e-68b1-4970-8c0d-a95f17e3b264',
  file: '2245b21e-79af-4ccd-872e-cdb7f86133dc',
  /** Of a file of the talk, and of one of Dropbox's All hands. */
  talk: '705c7434-3d9a-4f7b-9180-442d09cfde1e',
  allHands: 'e69e2972-7aed-4360-a3ca-25cae3e0992f',
  collection: 'db691ba3-1b3c-4bb2-b955-4a015f165607',
  webhook: 'bcd3eeba-381b-43f0-9396-89c146a0072d',
  /** In the form of an id, and of nothing. */
  nothing: '00000000-0000-4000-8000-000000000000',
} as const;

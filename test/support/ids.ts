// What the seeded world calls its connectors.
/** Ids of the seeded world's connectors. */
export const ids = {
  s3: 'b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3',
  gcs: '2d97f5a8-c03e-4b61-a7d4-95e8130bc46f',
  'google-drive': '91e3d4c7-5b28-4a9f-b6e0-38d71fa20c5e',
  agencyDrive: 'c85a07f1-e49d-4063-9f12-d6b3704ea8c9',
  dropbox: '4ef1830b-a6c5-47d2-8b97-e10d5c3f629a',
  zoom: 'ea6d29b4-0f73-4c15-95a8-7b41e2c8d036',
  grain: '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15',
  gong: '07b8c6d3-92fa-4e41-ad50-f3619b24e8d7',
  recall: 'd3542f9e-68b1-4970-8c0d-a95f17e3b264',
} as const;

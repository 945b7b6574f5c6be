// Made by `npm run generate` from openapi/cloudglue.yaml. Never edit it by hand.
import type { OpenApiDocument } from '../document.ts';

export const cloudglueDocument: OpenApiDocument = {
  "openapi": "3.0.3",
  "info": {
    "title": "Cloudglue API",
    "version": "0.7.7",
    "description": "The part of the Cloudglue API that leads from a data connector to a file. The facts are those of the published document of this version; the texts and examples belong to cloudglue-mock.\n\n`x-origin` says where an answer is known from: `spec`, the published document; `docs`, the documentation and clients of the vendor; `chosen`, a decision of this project where nobody says.",
    "license": {
      "name": "Apache License 2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "http://127.0.0.1:4747/v1",
      "description": "The mock."
    },
    {
      "url": "https://api.cloudglue.dev/v1",
      "description": "The real API."
    }
  ],
  "security": [
    {
      "bearerAuth": []
    }
  ],
  "tags": [
    {
      "name": "Data Connectors",
      "description": "Providers that the account is connected to: browse them, and sync what they hold."
    },
    {
      "name": "Files",
      "description": "What syncing and uploading have made."
    },
    {
      "name": "Collections",
      "description": "Files that are processed alike."
    },
    {
      "name": "Webhooks",
      "description": "Addresses that are told what happens to files."
    }
  ],
  "paths": {
    "/data-connectors": {
      "get": {
        "operationId": "listDataConnectors",
        "tags": [
          "Data Connectors"
        ],
        "summary": "List the connectors",
        "description": "Gives every active connector of the account, newest first. There are no pages: one answer holds them all.",
        "responses": {
          "200": {
            "description": "The connectors of the account.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DataConnectorList"
                },
                "examples": {
                  "twoConnectors": {
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "id": "6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15",
                          "object": "data_connector",
                          "type": "grain",
                          "created_at": 1751275800000,
                          "updated_at": 1762337400000,
                          "metadata": {
                            "workspace_name": "Quaymark"
                          }
                        },
                        {
                          "id": "b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3",
                          "object": "data_connector",
                          "type": "s3",
                          "created_at": 1750149000000,
                          "updated_at": 1759305300000,
                          "metadata": {
                            "bucket_names": [
                              "quaymark-recordings",
                              "quaymark-brand-assets"
                            ],
                            "region": "eu-west-2"
                          }
                        }
                      ],
                      "total": 2,
                      "limit": 2,
                      "offset": 0
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/data-connectors/{id}/files": {
      "get": {
        "operationId": "listDataConnectorFiles",
        "tags": [
          "Data Connectors"
        ],
        "summary": "Browse a connector",
        "description": "Lists what the provider holds, page by page, with the URI to sync of each file. Folders are opened with the parameter that their entry carries in `metadata`. Parameters that do not count for the type of the connector are ignored.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many entries a page may have, from 1 to 100; 20 unless given.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
            },
            "examples": {
              "small": {
                "summary": "A page of five",
                "value": 5
              },
              "largest": {
                "summary": "The most that a page may have",
                "value": 100
              }
            }
          },
          {
            "name": "page_token",
            "in": "query",
            "required": false,
            "description": "The `next_page_token` of the page before. It is opaque and good only with the same connector and the same filters.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "next": {
                "summary": "Taken from `next_page_token`",
                "value": "MiAzM25YTU9Mb3Z5V2g"
              }
            }
          },
          {
            "name": "from",
            "in": "query",
            "required": false,
            "description": "First day to list, written YYYY-MM-DD, in UTC. Counts for zoom and grain.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "december": {
                "value": "2025-12-01"
              }
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": false,
            "description": "Last day to list, written YYYY-MM-DD, in UTC. Counts for zoom and grain.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "december": {
                "value": "2025-12-31"
              }
            }
          },
          {
            "name": "folder_id",
            "in": "query",
            "required": false,
            "description": "Folder to list, as in the `metadata.folder_id` of its entry; the root if left out. Counts for google-drive.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "folder": {
                "summary": "Taken from `metadata.folder_id` of a folder",
                "value": "1Zt4yQe-8mWvB2_hLxPn7KdRc5UaTgJ0s"
              }
            }
          },
          {
            "name": "path",
            "in": "query",
            "required": false,
            "description": "Folder to list, as in the `metadata.path` of its entry; the root if left out. Counts for dropbox.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "team": {
                "value": "/Team"
              }
            }
          },
          {
            "name": "bucket",
            "in": "query",
            "required": false,
            "description": "Bucket to list. Must be given for s3 and gcs, where it counts.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "recordings": {
                "value": "quaymark-recordings"
              }
            }
          },
          {
            "name": "prefix",
            "in": "query",
            "required": false,
            "description": "What keys must begin with; the next `/` after it makes a folder. Counts for s3 and gcs.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "demos": {
                "value": "demos/"
              }
            }
          },
          {
            "name": "title_search",
            "in": "query",
            "required": false,
            "description": "Text that the title must contain, in any case. Counts for grain.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "review": {
                "value": "review"
              }
            }
          },
          {
            "name": "team",
            "in": "query",
            "required": false,
            "description": "Team that the recording must belong to, by id or by name. Counts for grain.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "byName": {
                "summary": "By name",
                "value": "Sales"
              },
              "byId": {
                "summary": "By id",
                "value": "c6f5f2aa-2c1a-41b8-a6e2-8a0c756ac1b4"
              }
            }
          },
          {
            "name": "meeting_type",
            "in": "query",
            "required": false,
            "description": "Meeting type that the recording must have, by id or by name. Counts for grain.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "byName": {
                "summary": "By name",
                "value": "Product demo"
              },
              "byId": {
                "summary": "By id",
                "value": "16aa061f-8d63-4880-ad4d-89638aae098a"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the listing.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DataConnectorFileList"
                },
                "examples": {
                  "folders": {
                    "summary": "The root of a bucket",
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "object": "data_connector_file",
                          "type": "file",
                          "uri": "s3://quaymark-recordings/README-onboarding.mp4",
                          "name": "README-onboarding.mp4",
                          "mime_type": "video/mp4",
                          "size_bytes": 534004405,
                          "created_at": 1750150800000,
                          "metadata": {
                            "bucket": "quaymark-recordings",
                            "key": "README-onboarding.mp4"
                          }
                        },
                        {
                          "object": "data_connector_file",
                          "type": "folder",
                          "uri": null,
                          "name": "demos",
                          "mime_type": null,
                          "size_bytes": null,
                          "created_at": null,
                          "metadata": {
                            "bucket": "quaymark-recordings",
                            "prefix": "demos/"
                          }
                        }
                      ],
                      "has_more": true,
                      "next_page_token": "MiAzM25YTU9Mb3Z5V2g"
                    }
                  },
                  "recordings": {
                    "summary": "A page of recordings",
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "object": "data_connector_file",
                          "type": "file",
                          "uri": "grain://recording/abc123",
                          "name": "Nordhavn Foods – Q4 business review",
                          "mime_type": "video/mp4",
                          "size_bytes": 683651730,
                          "created_at": 1765443600000,
                          "metadata": {
                            "recording_id": "abc123",
                            "duration_ms": 2734600,
                            "media_type": "video",
                            "teams": [
                              {
                                "id": "2c595cea-3456-4963-9ccf-bbedec482b38",
                                "name": "Customer Success"
                              },
                              {
                                "id": "c6f5f2aa-2c1a-41b8-a6e2-8a0c756ac1b4",
                                "name": "Sales"
                              }
                            ],
                            "meeting_type": {
                              "id": "16aa061f-8d63-4880-ad4d-89638aae098a",
                              "name": "Quarterly business review",
                              "scope": "external"
                            }
                          }
                        }
                      ],
                      "has_more": true,
                      "next_page_token": "MSAyRFI0UTZIMFdLYms"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "A parameter is malformed or missing for this type of connector, or the page token is of another listing.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "bucketMissing": {
                    "value": {
                      "error": "A connector of type s3 lists one bucket at a time. Add the query parameter bucket."
                    }
                  },
                  "foreignToken": {
                    "value": {
                      "error": "The page_token does not belong to this listing. Leave it out to start at the first page."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such connector, or the provider no such folder or bucket.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noConnector": {
                    "value": {
                      "error": "No data connector has the id \"6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15\". GET /v1/data-connectors lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          },
          "502": {
            "description": "The provider failed or could not be reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "down": {
                    "value": {
                      "error": "grain could not be reached or failed to answer. Try again in a moment."
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/data-connectors/{id}/sync": {
      "post": {
        "operationId": "syncDataConnectorFile",
        "tags": [
          "Data Connectors"
        ],
        "summary": "Sync a connector URI into a file",
        "description": "Makes a file of one item of the provider, and starts no other job. The same item always gives the same file of the account, however its URI is spelled: a second call answers with the file as it is. The new file is `pending`. For grain connectors its `source_metadata` is filled at once.\n\nPlain http(s), TikTok and Loom URLs belong to `POST /files/sync`, YouTube URLs to the media endpoint of a collection.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The item to sync.",
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "properties": {
                  "url": {
                    "type": "string",
                    "description": "URI of the item, in a form that the type of the connector accepts. s3: `s3://<bucket>/<key>`; gcs: `gs://<bucket>/<key>`; google-drive: `gdrive://file/<id>`, or a link with `/file/d/<id>` or `/open?id=<id>`; dropbox: `dropbox://<path>`, or a share link with `/scl/fi/` or `/s/`; zoom: `zoom://uuid/<uuid>`, `zoom://id/<meeting id>`, or a join, recording or share link; grain: `grain://recording/<id>`; gong: `gong://call/<id>`; recall: `recall://recording/<id>`."
                  }
                },
                "required": [
                  "url"
                ]
              },
              "examples": {
                "grain": {
                  "value": {
                    "url": "grain://recording/abc123"
                  }
                },
                "s3": {
                  "value": {
                    "url": "s3://quaymark-recordings/demos/quick start.mp4"
                  }
                },
                "driveLink": {
                  "value": {
                    "url": "https://drive.google.com/file/d/1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf/view"
                  }
                },
                "dropboxLink": {
                  "value": {
                    "url": "https://www.dropbox.com/scl/fi/abc123/All-hands.mp4?dl=0"
                  }
                },
                "zoom": {
                  "value": {
                    "url": "zoom://uuid/uIFbDT0Ks%2F%2FVptIgjvIQug%3D%3D"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file of the item, new or already there.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/File"
                },
                "examples": {
                  "new": {
                    "$ref": "#/components/examples/PendingFile"
                  },
                  "again": {
                    "$ref": "#/components/examples/CompletedFile"
                  }
                }
              }
            }
          },
          "400": {
            "description": "The URI is malformed, of another type than the connector, a folder, or one for another endpoint.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "otherType": {
                    "value": {
                      "error": "\"s3://media/talk.mp4\" is a URI of type s3, but this data connector is of type grain. Sync it through a connector of type s3."
                    }
                  },
                  "folder": {
                    "value": {
                      "error": "\"https://www.dropbox.com/scl/fo/abc/xyz\" points to a folder. Sync the files in it one by one."
                    }
                  },
                  "otherEndpoint": {
                    "value": {
                      "error": "\"https://youtu.be/dQw4w9WgXcQ\" is a YouTube URL, which no data connector can sync. Add it to a collection instead."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "description": "The item is there, but a login, a password, an expiry or a restriction keeps it from the connector.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "expired": {
                    "value": {
                      "error": "The share link \"https://www.dropbox.com/scl/fi/abc/talk.mp4\" has expired. Ask its owner for a new one."
                    }
                  }
                }
              }
            }
          },
          "404": {
            "description": "The account has no such connector, or the provider no such item.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noItem": {
                    "value": {
                      "error": "\"grain://recording/nope\" was not found at the source. Check the URI, and that this connector of type grain has access to it."
                    }
                  }
                }
              }
            }
          },
          "429": {
            "description": "The provider limits the rate of requests. The header Retry-After says how long to wait.",
            "x-origin": "spec",
            "headers": {
              "Retry-After": {
                "description": "Seconds to wait.",
                "schema": {
                  "type": "integer"
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "wait": {
                    "value": {
                      "error": "zoom limits the rate of requests. Wait as long as the Retry-After header says and try again."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          },
          "502": {
            "description": "The provider failed or could not be reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "down": {
                    "value": {
                      "error": "dropbox could not be reached or failed to answer. Try again in a moment."
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/data-connectors/{id}/source-metadata": {
      "get": {
        "operationId": "getDataConnectorSourceMetadata",
        "tags": [
          "Data Connectors"
        ],
        "summary": "Look up the source metadata of a URI",
        "description": "Asks the provider what it knows about an item, without making a file. Only grain connectors can answer; the others give 501.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          },
          {
            "name": "url",
            "in": "query",
            "required": true,
            "description": "URI of the item, in a form that the connector's type accepts.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "grain": {
                "value": "grain://recording/abc123"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What the provider knows about the item.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SourceMetadataResponse"
                },
                "examples": {
                  "recording": {
                    "value": {
                      "object": "source_metadata",
                      "source_metadata": {
                        "source_type": "grain",
                        "grain_recording_id": "3e90f338-efec-436a-9287-04f9626956a5",
                        "title": "Discovery: Nordhavn Foods, Aarhus terminal",
                        "start_datetime": "2025-06-11T08:00:00.000Z",
                        "end_datetime": "2025-06-11T08:31:30.000Z",
                        "duration_ms": 1890000,
                        "media_type": "video",
                        "upstream_source": "meet",
                        "grain_url": "https://grain.com/share/recording/3e90f338-efec-436a-9287-04f9626956a5",
                        "thumbnail_url": "https://api.cloudglue.dev/thumbnails/grain-3e90f338-efec-436a-9287-04f9626956a5.svg",
                        "tags": [
                          "nordhavn"
                        ],
                        "teams": [
                          {
                            "id": "c6f5f2aa-2c1a-41b8-a6e2-8a0c756ac1b4",
                            "name": "Sales"
                          }
                        ],
                        "meeting_type": {
                          "id": "6d5c45e4-94fd-486b-a812-49507b4eec50",
                          "name": "Discovery call",
                          "scope": "external"
                        },
                        "participants": [
                          {
                            "id": "96d64c3e-35c6-43e6-a612-9815295116fc",
                            "name": "Marcus Bell",
                            "email": "marcus@quaymark.example",
                            "scope": "internal",
                            "confirmed_attendee": true,
                            "hs_contact_id": null
                          },
                          {
                            "id": "98ba426e-b08a-412d-ba4f-d6afaa2afbac",
                            "name": "Mette Kjær",
                            "email": "mette.kjaer@nordhavnfoods.example",
                            "scope": "external",
                            "confirmed_attendee": true,
                            "hs_contact_id": "40118250731"
                          }
                        ],
                        "highlights": null,
                        "ai_summary": null,
                        "ai_action_items": null,
                        "ai_template_sections": null,
                        "calendar_event": null,
                        "hubspot": {
                          "hubspot_company_ids": [
                            "20934417701"
                          ],
                          "hubspot_deal_ids": [
                            "31570042218",
                            "31570042305"
                          ]
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The URI is missing, malformed, or of another type than the connector.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "otherType": {
                    "value": {
                      "error": "\"gong://call/1\" is a URI of type gong, but this data connector is of type grain. Ask for it through a connector of type gong."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such connector, or the provider no such item.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noItem": {
                    "value": {
                      "error": "\"grain://recording/nope\" was not found at the source. Check the URI."
                    }
                  }
                }
              }
            }
          },
          "501": {
            "description": "Connectors of this type have no source metadata.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "onlyGrain": {
                    "value": {
                      "error": "Source metadata is not available from connectors of type s3. Only those of type grain have it."
                    }
                  }
                }
              }
            }
          },
          "502": {
            "description": "The provider failed or could not be reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "down": {
                    "value": {
                      "error": "grain could not be reached or failed to answer. Try again in a moment."
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/files": {
      "get": {
        "operationId": "listFiles",
        "tags": [
          "Files"
        ],
        "summary": "List files",
        "description": "Gives the files of the account, newest first, with filters that can be combined. `total` counts all matches, `limit` the files in this answer.",
        "parameters": [
          {
            "name": "status",
            "in": "query",
            "required": false,
            "description": "Only files with this status.",
            "schema": {
              "type": "string",
              "enum": [
                "pending",
                "processing",
                "completed",
                "failed",
                "not_applicable"
              ]
            },
            "examples": {
              "completed": {
                "summary": "Only what is ready",
                "value": "completed"
              }
            }
          },
          {
            "name": "created_before",
            "in": "query",
            "required": false,
            "description": "Only files made before this day began, written YYYY-MM-DD, in UTC.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "newYear": {
                "value": "2026-01-01"
              }
            }
          },
          {
            "name": "created_after",
            "in": "query",
            "required": false,
            "description": "Only files made since this day began, written YYYY-MM-DD, in UTC.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "december": {
                "value": "2025-12-01"
              }
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many files to return at most: 50 unless given, 100 at the utmost.",
            "schema": {
              "type": "integer",
              "maximum": 100
            },
            "examples": {
              "small": {
                "summary": "A page of 25",
                "value": 25
              }
            }
          },
          {
            "name": "offset",
            "in": "query",
            "required": false,
            "description": "How many matching files to skip; 0 unless given.",
            "schema": {
              "type": "integer"
            },
            "examples": {
              "second": {
                "summary": "The second page of 25",
                "value": 25
              }
            }
          },
          {
            "name": "order",
            "in": "query",
            "required": false,
            "description": "What to order by: the date, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "created_at",
                "filename"
              ]
            },
            "examples": {
              "byName": {
                "value": "filename"
              }
            }
          },
          {
            "name": "sort",
            "in": "query",
            "required": false,
            "description": "Which way to order: `desc`, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            },
            "examples": {
              "ascending": {
                "value": "asc"
              }
            }
          },
          {
            "name": "filter",
            "in": "query",
            "required": false,
            "description": "Criteria as JSON text in the form of `SearchFilter`, all of which must hold. For example `{\"metadata\":[{\"path\":\"speaker\",\"operator\":\"Equal\",\"valueText\":\"Ana\"}]}` or `{\"file\":[{\"path\":\"filename\",\"operator\":\"Like\",\"valueText\":\"Renewal%\"}]}`.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "metadata": {
                "summary": "Who speaks",
                "value": "{\"metadata\":[{\"path\":\"speaker\",\"operator\":\"Equal\",\"valueText\":\"Ana\"}]}"
              },
              "video": {
                "summary": "Longer than ten minutes",
                "value": "{\"video_info\":[{\"path\":\"duration_seconds\",\"operator\":\"GreaterThan\",\"valueText\":\"600\"}]}"
              },
              "file": {
                "summary": "Either of two names",
                "value": "{\"file\":[{\"path\":\"filename\",\"operator\":\"In\",\"valueTextArray\":[\"a.mp4\",\"b.mp4\"]}]}"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the matching files.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FileList"
                },
                "examples": {
                  "oneFile": {
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "id": "e1ed9988-b834-4366-aa62-838265043464",
                          "status": "completed",
                          "bytes": 455504933,
                          "created_at": 1768467600000,
                          "filename": "Renewal call.mp4",
                          "uri": "cloudglue://files/e1ed9988-b834-4366-aa62-838265043464",
                          "metadata": {
                            "speaker": "Ana"
                          },
                          "media_type": "video",
                          "media_info": {
                            "duration_seconds": 1822,
                            "width": 1280,
                            "height": 720,
                            "format": "mp4",
                            "has_audio": true,
                            "sample_rate": 44100,
                            "channels": 1,
                            "bitrate": 128000
                          },
                          "video_info": {
                            "duration_seconds": 1822,
                            "width": 1280,
                            "height": 720,
                            "format": "mp4",
                            "has_audio": true
                          },
                          "thumbnail_url": "https://api.cloudglue.dev/thumbnails/e1ed9988-b834-4366-aa62-838265043464.svg",
                          "source": "gong",
                          "source_metadata": null
                        }
                      ],
                      "total": 1,
                      "limit": 1,
                      "offset": 0
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "post": {
        "operationId": "uploadFile",
        "tags": [
          "Files"
        ],
        "summary": "Upload a file",
        "description": "Takes a local video or audio file as `multipart/form-data`. Every upload is a file of its own, even of the same bytes.",
        "requestBody": {
          "required": true,
          "description": "The file, and what to note about it.",
          "content": {
            "multipart/form-data": {
              "schema": {
                "$ref": "#/components/schemas/FileUpload"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file that was made.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/File"
                },
                "examples": {
                  "new": {
                    "value": {
                      "id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "status": "pending",
                      "bytes": null,
                      "created_at": 1768467600000,
                      "filename": "interview.mp4",
                      "uri": "cloudglue://files/2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "metadata": null,
                      "media_type": "video",
                      "source": "upload",
                      "source_metadata": null
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The body is no multipart, has no file, or its metadata is broken.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noFile": {
                    "value": {
                      "error": "The form has no part named \"file\". Send the media file in it."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "415": {
            "description": "The file is neither video nor sound.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "text": {
                    "value": {
                      "error": "\"notes.txt\" is not a video or audio file (unknown type). Send a media file."
                    }
                  }
                }
              }
            }
          },
          "429": {
            "description": "A limit of the account is reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "full": {
                    "value": {
                      "error": "The account holds as many files as it may. Delete some."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/files/sync": {
      "post": {
        "operationId": "syncFileFromUrl",
        "tags": [
          "Files"
        ],
        "summary": "Make a file of a public URL",
        "description": "Makes a file of what anybody can reach: a direct http(s) link to a video or audio file, a Dropbox share link, a TikTok video, a Loom recording. No connector is needed. The same URL always gives the same file: a second call answers with the file as it is and ignores its `metadata`.\n\nYouTube videos belong to the media endpoint of a collection, URIs of connectors to `POST /data-connectors/{id}/sync`.",
        "requestBody": {
          "required": true,
          "description": "The URL to sync.",
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "properties": {
                  "url": {
                    "type": "string",
                    "description": "A direct http(s) link to a video or audio file; a Dropbox share link with `/scl/fi/` or `/s/`; a TikTok video as `https://www.tiktok.com/@<user>/video/<id>` or a short link of `vm.tiktok.com` or `vt.tiktok.com`; a Loom recording as `https://www.loom.com/share/<id>`."
                  },
                  "metadata": {
                    "type": "object",
                    "description": "Notes of any shape; ignored if the URL has a file already.",
                    "additionalProperties": true
                  },
                  "enable_segment_thumbnails": {
                    "type": "boolean",
                    "description": "Whether to make a small picture of each segment.",
                    "default": true
                  }
                },
                "required": [
                  "url"
                ]
              },
              "examples": {
                "direct": {
                  "value": {
                    "url": "https://media.quaymark.example/talks/port-automation-keynote.mp4",
                    "metadata": {
                      "speaker": "Ana"
                    }
                  }
                },
                "tiktok": {
                  "value": {
                    "url": "https://www.tiktok.com/@quaymark/video/7412036958271405317"
                  }
                },
                "loom": {
                  "value": {
                    "url": "https://www.loom.com/share/5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52"
                  }
                },
                "dropbox": {
                  "value": {
                    "url": "https://www.dropbox.com/scl/fi/abc123/All-hands.mp4?dl=0"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file of the URL, new or already there.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/File"
                },
                "examples": {
                  "new": {
                    "value": {
                      "id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "status": "pending",
                      "bytes": null,
                      "created_at": 1768467600000,
                      "filename": "port-automation-keynote.mp4",
                      "uri": "cloudglue://files/2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "metadata": {
                        "speaker": "Ana"
                      },
                      "media_type": "video",
                      "source": "http",
                      "source_metadata": null
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The URL is malformed, a page that has no media file, or one for another endpoint.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "youtube": {
                    "value": {
                      "error": "\"https://youtu.be/Qk7mR2dYx0E\" is a YouTube URL, which this endpoint does not take. Add it to a collection with POST /collections/{collection_id}/media instead."
                    }
                  },
                  "connector": {
                    "value": {
                      "error": "\"s3://media/talk.mp4\" is a URI of type s3. Sync it with POST /data-connectors/{id}/sync through a connector of type s3."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "description": "The credits of the account are used up. TikTok videos cost some.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "spent": {
                    "value": {
                      "error": "The account has no credits left for TikTok videos. Buy credits, or use another kind of URL."
                    }
                  }
                }
              }
            }
          },
          "403": {
            "description": "The item is there, but a login, a password, an expiry or a restriction keeps it from the public.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "expired": {
                    "value": {
                      "error": "The share link \"https://www.dropbox.com/scl/fi/abc/talk.mp4\" has expired. Ask its owner for a new one."
                    }
                  }
                }
              }
            }
          },
          "404": {
            "description": "The URL leads nowhere.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "nowhere": {
                    "value": {
                      "error": "\"https://media.invalid/talk.mp4\" was not found. Check the URL, and that anybody can open it."
                    }
                  }
                }
              }
            }
          },
          "415": {
            "description": "The URL leads to something else than video or sound.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "picture": {
                    "value": {
                      "error": "\"https://media.quaymark.example/brand/poster.png\" is not a video or audio file (image/png). Use the direct link to a media file."
                    }
                  }
                }
              }
            }
          },
          "429": {
            "description": "A limit of the account is reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "full": {
                    "value": {
                      "error": "The account holds as many files as it may. Delete some."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/files/{file_id}": {
      "get": {
        "operationId": "getFile",
        "tags": [
          "Files"
        ],
        "summary": "Get a file",
        "description": "Gives one file as it is now. Clients that wait for processing ask again every few seconds until the status is `completed`, `failed` or `not_applicable`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/File"
                },
                "examples": {
                  "pending": {
                    "$ref": "#/components/examples/PendingFile"
                  },
                  "completed": {
                    "$ref": "#/components/examples/CompletedFile"
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such file.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noFile": {
                    "value": {
                      "error": "No file has the id \"nope\". GET /v1/files lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "put": {
        "operationId": "updateFile",
        "tags": [
          "Files"
        ],
        "summary": "Change a file",
        "description": "Sets the name of a file or replaces its metadata. Nothing else can be changed; fields that are left out stay as they are.",
        "parameters": [
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The fields to change.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FileUpdate"
              },
              "examples": {
                "rename": {
                  "value": {
                    "filename": "Renewal call.mp4"
                  }
                },
                "metadata": {
                  "value": {
                    "metadata": {
                      "speaker": "Ana"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file after the change.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/File"
                },
                "examples": {
                  "renamed": {
                    "value": {
                      "id": "e1ed9988-b834-4366-aa62-838265043464",
                      "status": "completed",
                      "bytes": 455504933,
                      "created_at": 1768467600000,
                      "filename": "Renewal call.mp4",
                      "uri": "cloudglue://files/e1ed9988-b834-4366-aa62-838265043464",
                      "metadata": {
                        "speaker": "Ana"
                      },
                      "media_type": "video",
                      "media_info": {
                        "duration_seconds": 1822,
                        "width": 1280,
                        "height": 720,
                        "format": "mp4",
                        "has_audio": true,
                        "sample_rate": 44100,
                        "channels": 1,
                        "bitrate": 128000
                      },
                      "video_info": {
                        "duration_seconds": 1822,
                        "width": 1280,
                        "height": 720,
                        "format": "mp4",
                        "has_audio": true
                      },
                      "thumbnail_url": "https://api.cloudglue.dev/thumbnails/e1ed9988-b834-4366-aa62-838265043464.svg",
                      "source": "gong",
                      "source_metadata": null
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The body is malformed, or a field of it is.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "wrongField": {
                    "value": {
                      "error": "Invalid request: body field \"filename\" must be a string, not 7."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          }
        }
      },
      "delete": {
        "operationId": "deleteFile",
        "tags": [
          "Files"
        ],
        "summary": "Remove a file",
        "description": "Removes a file for good. Syncing its item again makes a new file with a new id.",
        "parameters": [
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "responses": {
          "200": {
            "description": "The file is gone.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FileDelete"
                },
                "examples": {
                  "deleted": {
                    "value": {
                      "id": "e1ed9988-b834-4366-aa62-838265043464",
                      "object": "file"
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such file.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noFile": {
                    "value": {
                      "error": "No file has the id \"nope\". GET /v1/files lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/collections": {
      "get": {
        "operationId": "listCollections",
        "tags": [
          "Collections"
        ],
        "summary": "List collections",
        "description": "Gives the collections of the account, newest first, with filters that can be combined.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many collections to return at most: 50 unless given, 100 at the utmost.",
            "schema": {
              "type": "integer",
              "maximum": 100
            },
            "examples": {
              "ten": {
                "value": 10
              }
            }
          },
          {
            "name": "offset",
            "in": "query",
            "required": false,
            "description": "How many matching collections to skip; 0 unless given.",
            "schema": {
              "type": "integer"
            },
            "examples": {
              "second": {
                "summary": "The second page of ten",
                "value": 10
              }
            }
          },
          {
            "name": "order",
            "in": "query",
            "required": false,
            "description": "What to order by: the date, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "created_at"
              ]
            },
            "examples": {
              "byName": {
                "value": "name"
              }
            }
          },
          {
            "name": "sort",
            "in": "query",
            "required": false,
            "description": "Which way to order: `desc`, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            },
            "examples": {
              "oldestFirst": {
                "value": "asc"
              }
            }
          },
          {
            "name": "collection_type",
            "in": "query",
            "required": false,
            "description": "Only collections of this type.",
            "schema": {
              "type": "string",
              "enum": [
                "media-descriptions",
                "entities",
                "rich-transcripts",
                "face-analysis"
              ]
            },
            "examples": {
              "entities": {
                "value": "entities"
              }
            }
          },
          {
            "name": "created_after",
            "in": "query",
            "required": false,
            "description": "Only collections made after this moment, written as ISO 8601.",
            "schema": {
              "type": "string",
              "format": "date-time"
            },
            "examples": {
              "lastYear": {
                "value": "2025-01-01T00:00:00Z"
              }
            }
          },
          {
            "name": "created_before",
            "in": "query",
            "required": false,
            "description": "Only collections made before this moment, written as ISO 8601.",
            "schema": {
              "type": "string",
              "format": "date-time"
            },
            "examples": {
              "farAway": {
                "value": "2030-01-01T00:00:00Z"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the matching collections.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionList"
                },
                "examples": {
                  "one": {
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                          "object": "collection",
                          "name": "Customer calls",
                          "description": null,
                          "collection_type": "media-descriptions",
                          "created_at": 1768467600000,
                          "file_count": 1,
                          "describe_config": {
                            "enable_summary": true,
                            "enable_speech": true
                          }
                        }
                      ],
                      "total": 1,
                      "limit": 1,
                      "offset": 0
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "post": {
        "operationId": "createCollection",
        "tags": [
          "Collections"
        ],
        "summary": "Create a collection",
        "description": "Makes an empty collection. Its type and settings hold for every file that is added.",
        "requestBody": {
          "required": true,
          "description": "The collection to make.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewCollection"
              },
              "examples": {
                "descriptions": {
                  "value": {
                    "collection_type": "media-descriptions",
                    "name": "Customer calls",
                    "describe_config": {
                      "enable_summary": true,
                      "enable_speech": true
                    }
                  }
                },
                "entities": {
                  "value": {
                    "collection_type": "entities",
                    "name": "Damage reports",
                    "extract_config": {
                      "prompt": "Which container was damaged, and where?"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The collection that was made.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Collection"
                },
                "examples": {
                  "new": {
                    "value": {
                      "id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "object": "collection",
                      "name": "Customer calls",
                      "description": null,
                      "collection_type": "media-descriptions",
                      "created_at": 1768467600000,
                      "file_count": 0,
                      "describe_config": {
                        "enable_summary": true,
                        "enable_speech": true
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The body is malformed, or a field of it is.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noName": {
                    "value": {
                      "error": "Invalid request: body field \"name\" is required."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "409": {
            "description": "Another collection of the account has that name.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "taken": {
                    "value": {
                      "error": "A collection named \"Customer calls\" exists already. Choose another name, or use that collection."
                    }
                  }
                }
              }
            }
          },
          "429": {
            "description": "A limit of the account is reached.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "full": {
                    "value": {
                      "error": "The account holds as many collections as it may. Delete some."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/collections/{collection_id}": {
      "get": {
        "operationId": "getCollection",
        "tags": [
          "Collections"
        ],
        "summary": "Get a collection",
        "description": "Gives one collection as it is now.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          }
        ],
        "responses": {
          "200": {
            "description": "The collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Collection"
                },
                "examples": {
                  "one": {
                    "value": {
                      "id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "object": "collection",
                      "name": "Customer calls",
                      "description": null,
                      "collection_type": "media-descriptions",
                      "created_at": 1768467600000,
                      "file_count": 1,
                      "describe_config": {
                        "enable_summary": true,
                        "enable_speech": true
                      }
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noCollection": {
                    "value": {
                      "error": "No collection has the id \"nope\". GET /v1/collections lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "delete": {
        "operationId": "deleteCollection",
        "tags": [
          "Collections"
        ],
        "summary": "Remove a collection",
        "description": "Removes a collection. The files in it stay.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          }
        ],
        "responses": {
          "200": {
            "description": "The collection is gone.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionDelete"
                },
                "examples": {
                  "gone": {
                    "value": {
                      "id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "object": "collection"
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noCollection": {
                    "value": {
                      "error": "No collection has the id \"nope\". GET /v1/collections lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/collections/{collection_id}/media": {
      "post": {
        "operationId": "addMedia",
        "tags": [
          "Collections"
        ],
        "summary": "Add a file to a collection",
        "description": "Puts a file into a collection: one that exists, by its id, or what a URL leads to. The file is processed there as the collection says. A file that is in the collection already is answered as it is.\n\nSound alone has no picture to look at: it cannot go into a collection of type `face-analysis`, nor be cut by the shot detector.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The file to add.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddCollectionFile"
              },
              "examples": {
                "connector": {
                  "value": {
                    "url": "grain://recording/abc123"
                  }
                },
                "youtube": {
                  "value": {
                    "url": "https://www.youtube.com/watch?v=Qk7mR2dYx0E"
                  }
                },
                "file": {
                  "summary": "By its id",
                  "value": {
                    "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file in the collection, new or already there.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionFile"
                },
                "examples": {
                  "new": {
                    "value": {
                      "collection_id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "object": "collection_file",
                      "added_at": 1768467600000,
                      "status": "pending"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "description": "The body is malformed, the URL cannot be added, or the media does not fit the collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "sound": {
                    "value": {
                      "error": "\"podcast.mp3\" is audio, which a collection of type face-analysis cannot take. Use a collection of another type."
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection or file, or the source no such item.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noCollection": {
                    "value": {
                      "error": "No collection has the id \"nope\". GET /v1/collections lists those of your account."
                    }
                  },
                  "noFile": {
                    "value": {
                      "error": "No file has the id \"nope\". GET /v1/files lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/collections/{collection_id}/videos": {
      "get": {
        "operationId": "listVideos",
        "tags": [
          "Collections"
        ],
        "summary": "List the files in a collection",
        "description": "Gives what is in the collection, newest first, with filters that can be combined.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many files to return at most: 50 unless given, 100 at the utmost.",
            "schema": {
              "type": "integer",
              "maximum": 100
            },
            "examples": {
              "ten": {
                "value": 10
              }
            }
          },
          {
            "name": "offset",
            "in": "query",
            "required": false,
            "description": "How many matching files to skip; 0 unless given.",
            "schema": {
              "type": "integer"
            },
            "examples": {
              "second": {
                "summary": "The second page of ten",
                "value": 10
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "required": false,
            "description": "Only files with this status in the collection.",
            "schema": {
              "type": "string",
              "enum": [
                "pending",
                "processing",
                "completed",
                "failed",
                "not_applicable"
              ]
            },
            "examples": {
              "completed": {
                "summary": "Only what is ready",
                "value": "completed"
              }
            }
          },
          {
            "name": "added_before",
            "in": "query",
            "required": false,
            "description": "Only files added before this day began, written YYYY-MM-DD, in UTC.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "farAway": {
                "value": "2030-01-01"
              }
            }
          },
          {
            "name": "added_after",
            "in": "query",
            "required": false,
            "description": "Only files added since this day began, written YYYY-MM-DD, in UTC.",
            "schema": {
              "type": "string",
              "format": "date"
            },
            "examples": {
              "lastYear": {
                "value": "2025-01-01"
              }
            }
          },
          {
            "name": "order",
            "in": "query",
            "required": false,
            "description": "What to order by: the date, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "added_at",
                "filename"
              ]
            },
            "examples": {
              "byName": {
                "value": "filename"
              }
            }
          },
          {
            "name": "sort",
            "in": "query",
            "required": false,
            "description": "Which way to order: `desc`, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            },
            "examples": {
              "oldestFirst": {
                "value": "asc"
              }
            }
          },
          {
            "name": "filter",
            "in": "query",
            "required": false,
            "description": "Criteria as JSON text in the form of `SearchFilter`, all of which must hold for the file; the same as in `listFiles`.",
            "schema": {
              "type": "string"
            },
            "examples": {
              "byName": {
                "summary": "Names that end in .mp4",
                "value": "{\"file\":[{\"path\":\"filename\",\"operator\":\"Like\",\"valueText\":\"%.mp4\"}]}"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the matching files.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionFileList"
                },
                "examples": {
                  "one": {
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "collection_id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                          "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                          "object": "collection_file",
                          "added_at": 1768467600000,
                          "status": "pending"
                        }
                      ],
                      "total": 1,
                      "limit": 1,
                      "offset": 0
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noCollection": {
                    "value": {
                      "error": "No collection has the id \"nope\". GET /v1/collections lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/collections/{collection_id}/videos/{file_id}": {
      "get": {
        "operationId": "getVideo",
        "tags": [
          "Collections"
        ],
        "summary": "Get a file in a collection",
        "description": "Gives one file of the collection, with its status there.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          },
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "responses": {
          "200": {
            "description": "The file in the collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionFile"
                },
                "examples": {
                  "completed": {
                    "value": {
                      "collection_id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "object": "collection_file",
                      "added_at": 1768467600000,
                      "status": "completed",
                      "segmentation": {
                        "id": "a3a1f0a7-6d53-4c44-9d6c-0d5c6a7e8b90",
                        "status": "completed",
                        "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                        "segmentation_config": {
                          "strategy": "uniform",
                          "uniform_config": {
                            "window_seconds": 20
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection, or the collection no such file.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "notInside": {
                    "value": {
                      "error": "The collection has no file with the id \"nope\". GET /v1/collections/{collection_id}/videos lists those it has."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "delete": {
        "operationId": "deleteVideo",
        "tags": [
          "Collections"
        ],
        "summary": "Remove a file from a collection",
        "description": "Takes a file out of the collection. The file itself stays.",
        "parameters": [
          {
            "$ref": "#/components/parameters/CollectionId"
          },
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "responses": {
          "200": {
            "description": "The file is no longer in the collection.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollectionFileDelete"
                },
                "examples": {
                  "gone": {
                    "value": {
                      "collection_id": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60",
                      "file_id": "2245b21e-79af-4ccd-872e-cdb7f86133dc",
                      "object": "collection_file"
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such collection, or the collection no such file.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "notInside": {
                    "value": {
                      "error": "The collection has no file with the id \"nope\". GET /v1/collections/{collection_id}/videos lists those it has."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/webhooks": {
      "get": {
        "operationId": "listWebhooks",
        "tags": [
          "Webhooks"
        ],
        "summary": "List webhooks",
        "description": "Gives the webhooks of the account, newest first.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many webhooks to return at most: 50 unless given, 100 at the utmost.",
            "schema": {
              "type": "integer",
              "maximum": 100
            },
            "examples": {
              "ten": {
                "value": 10
              }
            }
          },
          {
            "name": "offset",
            "in": "query",
            "required": false,
            "description": "How many matching webhooks to skip; 0 unless given.",
            "schema": {
              "type": "integer"
            },
            "examples": {
              "second": {
                "summary": "The second page of ten",
                "value": 10
              }
            }
          },
          {
            "name": "order",
            "in": "query",
            "required": false,
            "description": "What to order by: the date, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "created_at"
              ]
            },
            "examples": {
              "byDate": {
                "value": "created_at"
              }
            }
          },
          {
            "name": "sort",
            "in": "query",
            "required": false,
            "description": "Which way to order: `desc`, unless given.",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            },
            "examples": {
              "oldestFirst": {
                "value": "asc"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the webhooks.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookList"
                },
                "examples": {
                  "one": {
                    "value": {
                      "object": "list",
                      "data": [
                        {
                          "id": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b",
                          "object": "webhook",
                          "created_at": 1768467600000,
                          "webhook_secret": "whsec_3Q2u0o3mXb8H5w1kq9VdXw",
                          "endpoint": "http://127.0.0.1:9000/cloudglue",
                          "active": true,
                          "description": "The importer",
                          "subscribed_events": [
                            "file.job.completed",
                            "file.job.failed"
                          ]
                        }
                      ],
                      "total": 1,
                      "limit": 1,
                      "offset": 0
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "post": {
        "operationId": "createWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Register a webhook",
        "description": "Asks for events to be sent to an address. Each is a POST with the JSON `{\"event_id\", \"event_type\", \"payload\"}` and the secret in the header `X-Cloudglue-Webhook-Secret`; an answer other than 200 makes the sender try again, three times at most.",
        "requestBody": {
          "required": true,
          "description": "The webhook to make.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookCreateRequest"
              },
              "examples": {
                "files": {
                  "value": {
                    "endpoint": "http://127.0.0.1:9000/cloudglue",
                    "subscribed_events": [
                      "file.job.completed",
                      "file.job.failed"
                    ],
                    "description": "The importer"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The webhook that was made.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Webhook"
                },
                "examples": {
                  "new": {
                    "value": {
                      "id": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b",
                      "object": "webhook",
                      "created_at": 1768467600000,
                      "webhook_secret": "whsec_3Q2u0o3mXb8H5w1kq9VdXw",
                      "endpoint": "http://127.0.0.1:9000/cloudglue",
                      "active": true,
                      "description": "The importer",
                      "subscribed_events": [
                        "file.job.completed",
                        "file.job.failed"
                      ]
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "Documented, but this mock has no use for it.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noWebhook": {
                    "value": {
                      "error": "No webhook has the id \"nope\". GET /v1/webhooks lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    },
    "/webhooks/{webhook_id}": {
      "get": {
        "operationId": "getWebhookById",
        "tags": [
          "Webhooks"
        ],
        "summary": "Get a webhook",
        "description": "Gives one webhook.",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "responses": {
          "200": {
            "description": "The webhook.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Webhook"
                },
                "examples": {
                  "one": {
                    "value": {
                      "id": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b",
                      "object": "webhook",
                      "created_at": 1768467600000,
                      "webhook_secret": "whsec_3Q2u0o3mXb8H5w1kq9VdXw",
                      "endpoint": "http://127.0.0.1:9000/cloudglue",
                      "active": true,
                      "description": "The importer",
                      "subscribed_events": [
                        "file.job.completed",
                        "file.job.failed"
                      ]
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such webhook.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noWebhook": {
                    "value": {
                      "error": "No webhook has the id \"nope\". GET /v1/webhooks lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "put": {
        "operationId": "updateWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Change a webhook",
        "description": "Changes where events go, which ones, or whether they are sent at all. Fields that are left out stay as they are.",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The fields to change.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookUpdateRequest"
              },
              "examples": {
                "pause": {
                  "summary": "Sends nothing for now",
                  "value": {
                    "endpoint": "http://127.0.0.1:9000/cloudglue",
                    "active": false
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The webhook after the change.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Webhook"
                },
                "examples": {
                  "paused": {
                    "value": {
                      "id": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b",
                      "object": "webhook",
                      "created_at": 1768467600000,
                      "webhook_secret": "whsec_3Q2u0o3mXb8H5w1kq9VdXw",
                      "endpoint": "http://127.0.0.1:9000/cloudglue",
                      "active": false,
                      "description": "The importer",
                      "subscribed_events": [
                        "file.job.completed",
                        "file.job.failed"
                      ]
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such webhook.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noWebhook": {
                    "value": {
                      "error": "No webhook has the id \"nope\". GET /v1/webhooks lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      },
      "delete": {
        "operationId": "deleteWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Remove a webhook",
        "description": "Removes a webhook. Nothing more is sent, not even what was to be tried again.",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "responses": {
          "200": {
            "description": "The webhook is gone.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookDeleteResponse"
                },
                "examples": {
                  "gone": {
                    "value": {
                      "id": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b",
                      "object": "webhook"
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "description": "The account has no such webhook.",
            "x-origin": "spec",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                },
                "examples": {
                  "noWebhook": {
                    "value": {
                      "error": "No webhook has the id \"nope\". GET /v1/webhooks lists those of your account."
                    }
                  }
                }
              }
            }
          },
          "500": {
            "$ref": "#/components/responses/UnexpectedError"
          }
        }
      }
    }
  },
  "x-gateway-responses": {
    "400": {
      "description": "The request cannot be read: malformed JSON, or a parameter that its schema refuses.",
      "x-origin": "chosen"
    },
    "403": {
      "description": "A web page of an origin that the option `cors` does not name changes webhooks.",
      "x-origin": "chosen"
    },
    "404": {
      "description": "No such path; also a file id that updateFile does not know.",
      "x-origin": "chosen"
    },
    "405": {
      "description": "The path does not know this method; the header Allow lists those it does.",
      "x-origin": "chosen"
    },
    "413": {
      "description": "The body is larger than 1 MB; an uploaded file larger than the option `max-upload` says.",
      "x-origin": "chosen"
    },
    "415": {
      "description": "The body is not of the type that the operation reads (JSON, or multipart), or does not say so.",
      "x-origin": "chosen"
    },
    "429": {
      "description": "No further file, collection or webhook can be kept; also a fault rule's rate limit.",
      "x-origin": "chosen"
    },
    "500": {
      "description": "A fault rule, or a defect of the mock, at an operation that documents no 500.",
      "x-origin": "chosen"
    },
    "503": {
      "description": "The data file cannot be written; also a fault rule.",
      "x-origin": "chosen"
    }
  },
  "components": {
    "securitySchemes": {
      "bearerAuth": {
        "type": "http",
        "scheme": "bearer",
        "description": "The API key; keys of the real API begin with `cg-`."
      }
    },
    "schemas": {
      "DataConnector": {
        "type": "object",
        "description": "A provider that the account is connected to.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID of the connector; the `{id}` of every path below `/data-connectors`."
          },
          "object": {
            "type": "string",
            "description": "Always `data_connector`.",
            "enum": [
              "data_connector"
            ]
          },
          "type": {
            "type": "string",
            "description": "The provider. It decides which URIs can be synced and which browsing parameters count.",
            "enum": [
              "s3",
              "dropbox",
              "google-drive",
              "zoom",
              "gong",
              "recall",
              "gcs",
              "grain"
            ]
          },
          "created_at": {
            "type": "integer",
            "description": "When the connector was set up, in milliseconds since the Unix epoch."
          },
          "updated_at": {
            "type": "integer",
            "description": "When its settings last changed, in milliseconds since the Unix epoch."
          },
          "metadata": {
            "type": "object",
            "description": "What a client needs for browsing, such as `bucket_names` of s3 and gcs connectors. It differs by type and holds no credentials."
          }
        },
        "required": [
          "id",
          "object",
          "type",
          "created_at",
          "updated_at",
          "metadata"
        ]
      },
      "DataConnectorList": {
        "type": "object",
        "description": "All connectors of the account, newest first.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "The connectors.",
            "items": {
              "$ref": "#/components/schemas/DataConnector"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many connectors there are."
          },
          "limit": {
            "type": "integer",
            "description": "How many of them this answer holds."
          },
          "offset": {
            "type": "integer",
            "description": "How many were left out before the first."
          }
        },
        "required": [
          "object",
          "data",
          "total",
          "limit",
          "offset"
        ]
      },
      "DataConnectorFile": {
        "type": "object",
        "description": "One line of a listing: a file that can be synced, or a folder to look into.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `data_connector_file`.",
            "enum": [
              "data_connector_file"
            ]
          },
          "type": {
            "type": "string",
            "description": "`folder` entries lead further, `file` entries can be synced.",
            "enum": [
              "file",
              "folder"
            ]
          },
          "uri": {
            "type": "string",
            "description": "What to send as `url` to the sync endpoint. A folder has none: null.",
            "nullable": true
          },
          "name": {
            "type": "string",
            "description": "The name to show a person."
          },
          "mime_type": {
            "type": "string",
            "description": "The MIME type, null where the provider does not tell it.",
            "nullable": true
          },
          "size_bytes": {
            "type": "integer",
            "description": "The size in bytes, null where the provider does not tell it.",
            "nullable": true
          },
          "created_at": {
            "type": "integer",
            "description": "When the provider got the item, in milliseconds since the Unix epoch; null where it does not tell.",
            "nullable": true
          },
          "metadata": {
            "type": "object",
            "description": "Details that differ by provider. A folder carries the parameter that opens it.",
            "properties": {
              "folder_id": {
                "type": "string",
                "description": "Of a Google Drive folder: the value for the query parameter `folder_id`."
              },
              "path": {
                "type": "string",
                "description": "Of a Dropbox folder: the value for the query parameter `path`."
              },
              "prefix": {
                "type": "string",
                "description": "Of an S3 or GCS folder: the value for the query parameter `prefix`."
              }
            },
            "additionalProperties": true
          }
        },
        "required": [
          "object",
          "type",
          "uri",
          "name",
          "mime_type",
          "size_bytes",
          "created_at",
          "metadata"
        ]
      },
      "DataConnectorFileList": {
        "type": "object",
        "description": "One page of a listing.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "Folders and files in the order of the listing. A page may be short, even empty, while `has_more` is true.",
            "items": {
              "$ref": "#/components/schemas/DataConnectorFile"
            }
          },
          "has_more": {
            "type": "boolean",
            "description": "True if another page follows."
          },
          "next_page_token": {
            "type": "string",
            "description": "The `page_token` of the next page; null on the last one.",
            "nullable": true
          }
        },
        "required": [
          "object",
          "data",
          "has_more",
          "next_page_token"
        ]
      },
      "File": {
        "type": "object",
        "description": "A file of the account. Size and media information are known once processing has begun, the thumbnail once it is complete.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID of the file."
          },
          "status": {
            "type": "string",
            "description": "How far processing has come. It only moves forward: `pending`, `processing`, then `completed` or `failed`. `not_applicable` means that there is nothing to process.",
            "enum": [
              "pending",
              "processing",
              "completed",
              "failed",
              "not_applicable"
            ]
          },
          "bytes": {
            "type": "integer",
            "description": "Size in bytes; null until it is known.",
            "nullable": true
          },
          "created_at": {
            "type": "integer",
            "description": "When the file was made, in milliseconds since the Unix epoch."
          },
          "filename": {
            "type": "string",
            "description": "The name, at first that of the item at its source. It can be changed."
          },
          "uri": {
            "type": "string",
            "description": "How other endpoints name this file: `cloudglue://files/<id>`."
          },
          "metadata": {
            "type": "object",
            "description": "Whatever the user attached to the file; null if nothing.",
            "nullable": true
          },
          "media_type": {
            "type": "string",
            "description": "Whether there is a picture or only sound.",
            "enum": [
              "video",
              "audio"
            ]
          },
          "media_info": {
            "type": "object",
            "description": "What is in the media, for video and audio alike; null values where a question has no answer.",
            "properties": {
              "duration_seconds": {
                "type": "number",
                "description": "Length in seconds.",
                "nullable": true
              },
              "width": {
                "type": "integer",
                "description": "Width of the picture in pixels; null for sound.",
                "nullable": true
              },
              "height": {
                "type": "integer",
                "description": "Height of the picture in pixels; null for sound.",
                "nullable": true
              },
              "sample_rate": {
                "type": "integer",
                "description": "Samples of sound per second, in Hz.",
                "nullable": true
              },
              "channels": {
                "type": "integer",
                "description": "Channels of sound: 1 is mono, 2 is stereo.",
                "nullable": true
              },
              "bitrate": {
                "type": "integer",
                "description": "Bits of sound per second.",
                "nullable": true
              },
              "format": {
                "type": "string",
                "description": "The container, such as `mp4`.",
                "nullable": true
              },
              "has_audio": {
                "type": "boolean",
                "description": "Whether there is any sound.",
                "nullable": true
              }
            }
          },
          "video_info": {
            "type": "object",
            "description": "The same for the picture only; kept for clients from before `media_info`.",
            "properties": {
              "duration_seconds": {
                "type": "number",
                "description": "Length in seconds; null if unknown.",
                "nullable": true
              },
              "height": {
                "type": "integer",
                "description": "Height in pixels; null if unknown.",
                "nullable": true
              },
              "width": {
                "type": "integer",
                "description": "Width in pixels; null if unknown.",
                "nullable": true
              },
              "format": {
                "type": "string",
                "description": "The container, such as `mp4`; null if unknown.",
                "nullable": true
              },
              "has_audio": {
                "type": "boolean",
                "description": "Whether the video has a sound track; null if unknown.",
                "nullable": true
              }
            }
          },
          "thumbnail_url": {
            "type": "string",
            "description": "Address of a still picture. Missing until there is one."
          },
          "source": {
            "type": "string",
            "description": "Where the file came from; for a synced file, the type of its connector.",
            "enum": [
              "video",
              "youtube",
              "s3",
              "dropbox",
              "http",
              "upload",
              "google-drive",
              "zoom",
              "gong",
              "recall",
              "gcs",
              "grain",
              "loom"
            ]
          },
          "source_metadata": {
            "description": "What the provider knows about the item, taken when the file was made. Null for every source but grain in this version.",
            "allOf": [
              {
                "$ref": "#/components/schemas/SourceMetadata"
              }
            ],
            "nullable": true
          }
        },
        "required": [
          "id",
          "uri",
          "status"
        ]
      },
      "FileList": {
        "type": "object",
        "description": "One page of the files that match.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "The files, newest first unless the query says otherwise.",
            "items": {
              "$ref": "#/components/schemas/File"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many files match in all."
          },
          "limit": {
            "type": "integer",
            "description": "How many of them this answer holds."
          },
          "offset": {
            "type": "integer",
            "description": "How many matches were skipped before the first."
          }
        },
        "required": [
          "object",
          "data",
          "total",
          "limit",
          "offset"
        ]
      },
      "FileUpdate": {
        "type": "object",
        "description": "What to change; a field that is left out stays as it is.",
        "properties": {
          "metadata": {
            "type": "object",
            "description": "Replaces all metadata of the file."
          },
          "filename": {
            "type": "string",
            "description": "The new name."
          }
        }
      },
      "FileDelete": {
        "type": "object",
        "description": "Says that a file is gone.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID that the file had."
          },
          "object": {
            "type": "string",
            "description": "Always `file`.",
            "enum": [
              "file"
            ]
          }
        },
        "required": [
          "id",
          "object"
        ]
      },
      "FileUpload": {
        "type": "object",
        "description": "A local file, with what its owner wants to note about it.",
        "properties": {
          "file": {
            "type": "string",
            "description": "The bytes of a video or audio file.",
            "format": "binary"
          },
          "metadata": {
            "type": "object",
            "description": "Notes of any shape, sent as JSON text in its own part."
          },
          "enable_segment_thumbnails": {
            "type": "boolean",
            "description": "Whether to make a small picture of each segment, sent as the text `true` or `false`."
          }
        },
        "required": [
          "file"
        ]
      },
      "SourceMetadata": {
        "description": "What a provider knows about an item. `source_type` tells whose words they are; only Grain has any in this version.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/GrainSourceMetadata"
          }
        ],
        "discriminator": {
          "propertyName": "source_type",
          "mapping": {
            "grain": "#/components/schemas/GrainSourceMetadata"
          }
        }
      },
      "SourceMetadataResponse": {
        "type": "object",
        "description": "Source metadata that was looked up without making a file.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `source_metadata`.",
            "enum": [
              "source_metadata"
            ]
          },
          "source_metadata": {
            "$ref": "#/components/schemas/SourceMetadata"
          }
        },
        "required": [
          "object",
          "source_metadata"
        ]
      },
      "GrainSourceMetadata": {
        "type": "object",
        "description": "A recording as Grain describes it. Fields that Grain gives only on request can be missing, and are null where it was asked and had nothing.",
        "properties": {
          "source_type": {
            "type": "string",
            "description": "Always `grain`; tells this kind of source metadata from others.",
            "enum": [
              "grain"
            ]
          },
          "grain_recording_id": {
            "type": "string",
            "description": "The id in `grain://recording/<id>`."
          },
          "title": {
            "type": "string",
            "description": "What the recording is called in Grain."
          },
          "start_datetime": {
            "type": "string",
            "description": "When the recording began, in UTC.",
            "format": "date-time"
          },
          "end_datetime": {
            "type": "string",
            "description": "When the recording ended, in UTC.",
            "format": "date-time"
          },
          "duration_ms": {
            "type": "integer",
            "description": "Length in milliseconds."
          },
          "media_type": {
            "type": "string",
            "description": "What Grain kept of the meeting. A `transcript` has neither picture nor sound.",
            "enum": [
              "audio",
              "transcript",
              "video"
            ]
          },
          "upstream_source": {
            "type": "string",
            "description": "Where Grain recorded.",
            "enum": [
              "aircall",
              "local_capture",
              "meet",
              "teams",
              "upload",
              "webex",
              "zoom",
              "other"
            ]
          },
          "grain_url": {
            "type": "string",
            "description": "Page of the recording in Grain."
          },
          "thumbnail_url": {
            "type": "string",
            "description": "Address of a still picture; null if Grain has none.",
            "nullable": true
          },
          "tags": {
            "type": "array",
            "description": "Labels that people put on the recording; may be empty.",
            "items": {
              "type": "string"
            }
          },
          "teams": {
            "type": "array",
            "description": "Teams that the recording belongs to; may be empty. Browsing filters by their id or name.",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              }
            }
          },
          "meeting_type": {
            "type": "object",
            "description": "What kind of meeting it was; null if nobody said. Browsing filters by its id or name.",
            "nullable": true,
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "scope": {
                "type": "string"
              }
            }
          },
          "participants": {
            "type": "array",
            "description": "Who was invited or came; null if Grain knows nobody.",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "email": {
                  "type": "string",
                  "nullable": true
                },
                "scope": {
                  "type": "string",
                  "enum": [
                    "internal",
                    "external",
                    "unknown"
                  ]
                },
                "confirmed_attendee": {
                  "type": "boolean"
                },
                "hs_contact_id": {
                  "type": "string",
                  "description": "Contact in HubSpot; null if there is none.",
                  "nullable": true
                }
              }
            },
            "nullable": true
          },
          "highlights": {
            "type": "array",
            "description": "Passages that were marked, in a form that Grain decides; null if there are none.",
            "items": {
              "type": "object"
            },
            "nullable": true
          },
          "ai_summary": {
            "type": "object",
            "description": "Grain's summary; null if there is none.",
            "properties": {
              "text": {
                "type": "string",
                "description": "The summary as Markdown."
              }
            },
            "nullable": true
          },
          "ai_action_items": {
            "type": "array",
            "description": "What was agreed to be done; null if nothing.",
            "items": {
              "type": "object",
              "properties": {
                "status": {
                  "type": "string",
                  "enum": [
                    "pending",
                    "completed"
                  ]
                },
                "timestamp_ms": {
                  "type": "integer",
                  "description": "Where in the recording it was said, in milliseconds from the start."
                },
                "text": {
                  "type": "string"
                },
                "assignee": {
                  "type": "object",
                  "nullable": true,
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    },
                    "user_id": {
                      "type": "string",
                      "nullable": true
                    }
                  }
                }
              }
            },
            "nullable": true
          },
          "ai_template_sections": {
            "type": "array",
            "description": "Notes along a template, whose form depends on it; null if there are none.",
            "items": {
              "type": "object"
            },
            "nullable": true
          },
          "calendar_event": {
            "type": "object",
            "description": "The event in the calendar; null if there was none.",
            "nullable": true,
            "properties": {
              "ical_uid": {
                "type": "string"
              }
            }
          },
          "hubspot": {
            "type": "object",
            "description": "Records in HubSpot that belong to the meeting; null if there are none.",
            "properties": {
              "hubspot_company_ids": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "hubspot_deal_ids": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            },
            "nullable": true
          }
        },
        "required": [
          "source_type",
          "grain_recording_id",
          "title",
          "start_datetime",
          "end_datetime",
          "duration_ms",
          "media_type",
          "upstream_source",
          "grain_url",
          "tags",
          "teams"
        ]
      },
      "Collection": {
        "type": "object",
        "description": "Files that are processed alike.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID of the collection."
          },
          "object": {
            "type": "string",
            "description": "Always `collection`.",
            "enum": [
              "collection"
            ]
          },
          "name": {
            "type": "string",
            "description": "Name, which no other collection of the account has."
          },
          "description": {
            "type": "string",
            "description": "What the collection is for; null if nobody said.",
            "nullable": true
          },
          "collection_type": {
            "type": "string",
            "description": "What is made of the videos in the collection.",
            "enum": [
              "media-descriptions",
              "entities",
              "rich-transcripts",
              "face-analysis"
            ]
          },
          "extract_config": {
            "type": "object",
            "description": "What to extract, in collections of type `entities`.",
            "properties": {
              "prompt": {
                "type": "string",
                "description": "What to extract, in plain words. Either this or `schema` is needed."
              },
              "schema": {
                "type": "object",
                "description": "The JSON that is wanted, as a schema. Either this or `prompt` is needed."
              },
              "enable_video_level_entities": {
                "type": "boolean",
                "description": "Whether to extract once for the whole video. Not together with the level of segments."
              },
              "enable_segment_level_entities": {
                "type": "boolean",
                "description": "Whether to extract for each segment. Not together with the level of the video."
              },
              "enable_transcript_mode": {
                "type": "boolean",
                "description": "Whether to extract from the transcript alone."
              }
            }
          },
          "transcribe_config": {
            "type": "object",
            "description": "What to write down, in collections of type `rich-transcripts`.",
            "properties": {
              "enable_summary": {
                "type": "boolean",
                "description": "Whether to write titles and summaries, of the whole and of each segment."
              },
              "enable_speech": {
                "type": "boolean",
                "description": "Whether to write down what is said."
              },
              "enable_scene_text": {
                "type": "boolean",
                "description": "Whether to read text in the picture."
              },
              "enable_visual_scene_description": {
                "type": "boolean",
                "description": "Whether to describe the picture."
              },
              "enable_audio_description": {
                "type": "boolean",
                "description": "Whether to describe sounds."
              }
            }
          },
          "describe_config": {
            "type": "object",
            "description": "What to describe, in collections of type `media-descriptions`.",
            "properties": {
              "enable_summary": {
                "type": "boolean",
                "description": "Whether to write titles and summaries, of the whole and of each segment."
              },
              "enable_speech": {
                "type": "boolean",
                "description": "Whether to write down what is said."
              },
              "enable_scene_text": {
                "type": "boolean",
                "description": "Whether to read text in the picture."
              },
              "enable_visual_scene_description": {
                "type": "boolean",
                "description": "Whether to describe the picture."
              },
              "enable_audio_description": {
                "type": "boolean",
                "description": "Whether to describe sounds."
              }
            }
          },
          "default_segmentation_config": {
            "$ref": "#/components/schemas/SegmentationConfig"
          },
          "default_thumbnails_config": {
            "$ref": "#/components/schemas/ThumbnailsConfig"
          },
          "face_detection_config": {
            "type": "object",
            "description": "How to look for faces, in collections of type `face-analysis`.",
            "nullable": true,
            "properties": {
              "frame_extraction_config": {
                "type": "object",
                "properties": {
                  "strategy": {
                    "type": "string",
                    "description": "How frames are chosen.",
                    "enum": [
                      "uniform"
                    ]
                  },
                  "uniform_config": {
                    "type": "object",
                    "properties": {
                      "frames_per_second": {
                        "type": "number",
                        "description": "Frames for each second of video.",
                        "minimum": 0.1,
                        "maximum": 30
                      },
                      "max_width": {
                        "type": "number",
                        "description": "Width in pixels that frames are scaled down to; their shape stays.",
                        "minimum": 64,
                        "maximum": 4096
                      }
                    }
                  }
                },
                "required": [
                  "strategy"
                ]
              },
              "thumbnails_config": {
                "type": "object",
                "properties": {
                  "enable_frame_thumbnails": {
                    "type": "boolean",
                    "description": "Whether to keep a small picture of each frame."
                  }
                }
              }
            }
          },
          "created_at": {
            "type": "integer",
            "description": "When the collection was made, in milliseconds since the Unix epoch."
          },
          "file_count": {
            "type": "integer",
            "description": "How many files it holds."
          }
        },
        "required": [
          "id",
          "object",
          "name",
          "created_at",
          "file_count",
          "collection_type"
        ]
      },
      "CollectionList": {
        "type": "object",
        "description": "One page of collections.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "The collections, newest first unless the query says otherwise.",
            "items": {
              "$ref": "#/components/schemas/Collection"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many collections match in all."
          },
          "limit": {
            "type": "integer",
            "description": "How many of them this answer holds."
          },
          "offset": {
            "type": "integer",
            "description": "How many matches were skipped before the first."
          }
        },
        "required": [
          "object",
          "data",
          "total",
          "limit",
          "offset"
        ]
      },
      "CollectionDelete": {
        "type": "object",
        "description": "Says that a collection is gone.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID that the collection had."
          },
          "object": {
            "type": "string",
            "description": "Always `collection`.",
            "enum": [
              "collection"
            ]
          }
        },
        "required": [
          "id",
          "object"
        ]
      },
      "NewCollection": {
        "type": "object",
        "description": "The collection to make. Of the settings, only those of its type count.",
        "properties": {
          "collection_type": {
            "type": "string",
            "description": "What is made of the videos in the collection. `media-descriptions`: speech, picture and text, described; `entities`: data of a shape that you choose; `rich-transcripts`: an older kind of description; `face-analysis`: faces, to be found again.",
            "enum": [
              "media-descriptions",
              "entities",
              "rich-transcripts",
              "face-analysis"
            ]
          },
          "name": {
            "type": "string",
            "description": "Name, which no other collection of the account may have."
          },
          "description": {
            "type": "string",
            "description": "What the collection is for.",
            "nullable": true
          },
          "describe_config": {
            "type": "object",
            "description": "What to describe; for type `media-descriptions` only.",
            "properties": {
              "enable_summary": {
                "type": "boolean",
                "description": "Whether to write titles and summaries, of the whole and of each segment."
              },
              "enable_speech": {
                "type": "boolean",
                "description": "Whether to write down what is said."
              },
              "enable_scene_text": {
                "type": "boolean",
                "description": "Whether to read text in the picture."
              },
              "enable_visual_scene_description": {
                "type": "boolean",
                "description": "Whether to describe the picture."
              },
              "enable_audio_description": {
                "type": "boolean",
                "description": "Whether to describe sounds."
              }
            }
          },
          "extract_config": {
            "type": "object",
            "description": "What to extract; for type `entities` only, which needs it.",
            "properties": {
              "prompt": {
                "type": "string",
                "description": "What to extract, in plain words. Either this or `schema` is needed."
              },
              "schema": {
                "type": "object",
                "description": "The JSON that is wanted, as a schema. Either this or `prompt` is needed."
              },
              "enable_video_level_entities": {
                "type": "boolean",
                "description": "Whether to extract once for the whole video. Not together with the level of segments."
              },
              "enable_segment_level_entities": {
                "type": "boolean",
                "description": "Whether to extract for each segment. Not together with the level of the video."
              },
              "enable_transcript_mode": {
                "type": "boolean",
                "description": "Whether to extract from the transcript alone."
              }
            }
          },
          "transcribe_config": {
            "type": "object",
            "description": "What to write down; for type `rich-transcripts` only.",
            "properties": {
              "enable_summary": {
                "type": "boolean",
                "description": "Whether to write titles and summaries, of the whole and of each segment."
              },
              "enable_speech": {
                "type": "boolean",
                "description": "Whether to write down what is said."
              },
              "enable_scene_text": {
                "type": "boolean",
                "description": "Whether to read text in the picture."
              },
              "enable_visual_scene_description": {
                "type": "boolean",
                "description": "Whether to describe the picture."
              },
              "enable_audio_description": {
                "type": "boolean",
                "description": "Whether to describe sounds."
              }
            }
          },
          "default_segmentation_config": {
            "$ref": "#/components/schemas/DefaultSegmentationConfig"
          },
          "default_thumbnails_config": {
            "$ref": "#/components/schemas/ThumbnailsConfig"
          },
          "face_detection_config": {
            "type": "object",
            "description": "How to look for faces; for type `face-analysis` only.",
            "properties": {
              "frame_extraction_config": {
                "type": "object",
                "properties": {
                  "strategy": {
                    "type": "string",
                    "description": "How frames are chosen.",
                    "enum": [
                      "uniform"
                    ]
                  },
                  "uniform_config": {
                    "type": "object",
                    "properties": {
                      "frames_per_second": {
                        "type": "number",
                        "description": "Frames for each second of video.",
                        "minimum": 0.1,
                        "maximum": 30
                      },
                      "max_width": {
                        "type": "number",
                        "description": "Width in pixels that frames are scaled down to; their shape stays.",
                        "minimum": 64,
                        "maximum": 4096
                      }
                    }
                  }
                },
                "required": [
                  "strategy"
                ]
              },
              "thumbnails_config": {
                "type": "object",
                "properties": {
                  "enable_frame_thumbnails": {
                    "type": "boolean",
                    "description": "Whether to keep a small picture of each frame."
                  }
                }
              }
            }
          }
        },
        "required": [
          "collection_type",
          "name"
        ]
      },
      "AddCollectionFile": {
        "description": "The file to add, by its id or by a URL, and how it is cut into segments.",
        "allOf": [
          {
            "type": "object",
            "oneOf": [
              {
                "type": "object",
                "properties": {
                  "file_id": {
                    "type": "string",
                    "description": "UUID of a file of the account."
                  }
                },
                "required": [
                  "file_id"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "url": {
                    "type": "string",
                    "description": "What to make a file of, if there is none of it yet: a YouTube, TikTok or Loom video, a direct http(s) link to media, a Dropbox share link, the URI of an item of a connector, or the `cloudglue://files/<id>` of a file. A URI of a connector goes through the oldest connector of its type."
                  }
                },
                "required": [
                  "url"
                ]
              }
            ]
          },
          {
            "$ref": "#/components/schemas/FileSegmentationConfig"
          },
          {
            "type": "object",
            "properties": {
              "thumbnails_config": {
                "$ref": "#/components/schemas/ThumbnailsConfig"
              }
            }
          }
        ]
      },
      "CollectionFile": {
        "type": "object",
        "description": "A file in a collection, and how far it has come there.",
        "properties": {
          "collection_id": {
            "type": "string",
            "description": "UUID of the collection."
          },
          "file_id": {
            "type": "string",
            "description": "UUID of the file."
          },
          "object": {
            "type": "string",
            "description": "Always `collection_file`.",
            "enum": [
              "collection_file"
            ]
          },
          "added_at": {
            "type": "integer",
            "description": "When the file was added, in milliseconds since the Unix epoch."
          },
          "status": {
            "type": "string",
            "description": "How far the file has come in this collection: never further than the file itself.",
            "enum": [
              "pending",
              "processing",
              "completed",
              "failed",
              "not_applicable"
            ]
          },
          "file": {
            "$ref": "#/components/schemas/File"
          },
          "segmentation": {
            "type": "object",
            "description": "How the file was cut. Missing until it is.",
            "properties": {
              "id": {
                "type": "string",
                "description": "UUID of the segmentation.",
                "format": "uuid"
              },
              "status": {
                "type": "string",
                "description": "How far the cutting has come.",
                "enum": [
                  "pending",
                  "processing",
                  "completed",
                  "failed",
                  "not_applicable"
                ]
              },
              "file_id": {
                "type": "string",
                "description": "UUID of the file.",
                "format": "uuid"
              },
              "segmentation_config": {
                "$ref": "#/components/schemas/SegmentationConfig"
              }
            },
            "required": [
              "id",
              "status",
              "file_id",
              "segmentation_config"
            ]
          }
        },
        "required": [
          "collection_id",
          "file_id",
          "object",
          "added_at",
          "status"
        ]
      },
      "CollectionFileList": {
        "type": "object",
        "description": "One page of the files in a collection.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "The files, newest first unless the query says otherwise.",
            "items": {
              "$ref": "#/components/schemas/CollectionFile"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many files match in all."
          },
          "limit": {
            "type": "integer",
            "description": "How many of them this answer holds."
          },
          "offset": {
            "type": "integer",
            "description": "How many matches were skipped before the first."
          }
        },
        "required": [
          "object",
          "data",
          "total",
          "limit",
          "offset"
        ]
      },
      "CollectionFileDelete": {
        "type": "object",
        "description": "Says that a file is no longer in a collection. The file itself stays.",
        "properties": {
          "collection_id": {
            "type": "string",
            "description": "UUID of the collection."
          },
          "file_id": {
            "type": "string",
            "description": "UUID of the file."
          },
          "object": {
            "type": "string",
            "description": "Always `collection_file`.",
            "enum": [
              "collection_file"
            ]
          }
        },
        "required": [
          "collection_id",
          "file_id",
          "object"
        ]
      },
      "FileSegmentationConfig": {
        "type": "object",
        "description": "How the file is cut into segments, if otherwise than the collection says.",
        "properties": {
          "segmentation_id": {
            "type": "string",
            "description": "UUID of a segmentation that exists already. Not together with `segmentation_config`.",
            "format": "uuid"
          },
          "segmentation_config": {
            "$ref": "#/components/schemas/SegmentationConfig"
          }
        }
      },
      "SegmentationConfig": {
        "type": "object",
        "description": "How a video is cut into segments: a strategy, and the settings of that strategy alone. Start and end can narrow it to a part of the video.",
        "required": [
          "strategy"
        ],
        "properties": {
          "strategy": {
            "type": "string",
            "description": "How to cut. It decides which of the settings below must be given.",
            "enum": [
              "uniform",
              "shot-detector",
              "manual",
              "narrative"
            ]
          },
          "uniform_config": {
            "$ref": "#/components/schemas/SegmentationUniformConfig"
          },
          "shot_detector_config": {
            "$ref": "#/components/schemas/SegmentationShotDetectorConfig"
          },
          "manual_config": {
            "$ref": "#/components/schemas/SegmentationManualConfig"
          },
          "narrative_config": {
            "$ref": "#/components/schemas/NarrativeConfig"
          },
          "keyframe_config": {
            "$ref": "#/components/schemas/KeyframeConfig"
          },
          "start_time_seconds": {
            "type": "number",
            "description": "Where to begin, in seconds from the start.",
            "minimum": 0
          },
          "end_time_seconds": {
            "type": "number",
            "description": "Where to end, in seconds from the start.",
            "minimum": 0
          }
        }
      },
      "DefaultSegmentationConfig": {
        "type": "object",
        "description": "How the videos of a collection are cut into segments unless one of them is added with another way. Cuts made by hand fit one video only, so they are not among the strategies.",
        "required": [
          "strategy"
        ],
        "properties": {
          "strategy": {
            "type": "string",
            "description": "How to cut. It decides which of the settings below must be given.",
            "enum": [
              "uniform",
              "shot-detector",
              "narrative"
            ]
          },
          "uniform_config": {
            "$ref": "#/components/schemas/SegmentationUniformConfig"
          },
          "shot_detector_config": {
            "$ref": "#/components/schemas/SegmentationShotDetectorConfig"
          },
          "narrative_config": {
            "$ref": "#/components/schemas/NarrativeConfig"
          },
          "keyframe_config": {
            "$ref": "#/components/schemas/KeyframeConfig"
          },
          "start_time_seconds": {
            "type": "number",
            "description": "Where to begin, in seconds from the start.",
            "minimum": 0
          },
          "end_time_seconds": {
            "type": "number",
            "description": "Where to end, in seconds from the start.",
            "minimum": 0
          }
        }
      },
      "SegmentationUniformConfig": {
        "type": "object",
        "description": "Segments of one length.",
        "required": [
          "window_seconds"
        ],
        "properties": {
          "window_seconds": {
            "type": "number",
            "description": "Length of a segment in seconds.",
            "minimum": 1,
            "maximum": 120
          },
          "hop_seconds": {
            "type": "number",
            "description": "Seconds from the start of one segment to that of the next; the length of a segment if left out. Less than that, and segments overlap.",
            "minimum": 1,
            "maximum": 120
          }
        }
      },
      "SegmentationShotDetectorConfig": {
        "type": "object",
        "description": "Segments that follow the cuts of the picture.",
        "required": [
          "detector"
        ],
        "properties": {
          "threshold": {
            "type": "number",
            "description": "How much must change for a cut: less gives more segments; 27 if left out. Counts for the detector `content` only.",
            "nullable": true
          },
          "min_seconds": {
            "type": "number",
            "description": "Length that a shot has at least, in seconds; 0.6 if left out.",
            "minimum": 0.6,
            "maximum": 600,
            "nullable": true
          },
          "max_seconds": {
            "type": "number",
            "description": "Length that a shot has at most, in seconds; 300 if left out.",
            "minimum": 1,
            "maximum": 600,
            "nullable": true
          },
          "detector": {
            "type": "string",
            "description": "`adaptive` suits a camera that moves, `content` one that stands.",
            "enum": [
              "adaptive",
              "content"
            ]
          },
          "fill_gaps": {
            "type": "boolean",
            "description": "Whether what lies between shots becomes segments too; true if left out."
          }
        }
      },
      "SegmentationManualConfig": {
        "type": "object",
        "description": "Segments that somebody chose.",
        "required": [
          "segments"
        ],
        "properties": {
          "segments": {
            "type": "array",
            "description": "The segments.",
            "items": {
              "type": "object",
              "properties": {
                "start_time": {
                  "type": "number",
                  "description": "Where it begins, in seconds from the start."
                },
                "end_time": {
                  "type": "number",
                  "description": "Where it ends, in seconds from the start."
                }
              }
            }
          }
        }
      },
      "NarrativeConfig": {
        "type": "object",
        "description": "Chapters that follow what is told.",
        "properties": {
          "prompt": {
            "type": "string",
            "description": "Guidance in plain words."
          },
          "strategy": {
            "type": "string",
            "description": "What to go by. `comprehensive` looks at the picture, and so takes neither YouTube nor sound alone; `balanced`, the default, takes anything; `transcript` goes by speech alone.",
            "enum": [
              "comprehensive",
              "balanced",
              "transcript"
            ]
          },
          "number_of_chapters": {
            "type": "integer",
            "description": "Chapters that are wanted.",
            "minimum": 1
          },
          "min_chapters": {
            "type": "integer",
            "description": "Chapters that there must be at least.",
            "minimum": 1
          },
          "max_chapters": {
            "type": "integer",
            "description": "Chapters that there may be at most.",
            "minimum": 1
          }
        }
      },
      "KeyframeConfig": {
        "type": "object",
        "description": "Pictures that stand for a segment. Not for YouTube.",
        "required": [
          "frames_per_segment"
        ],
        "properties": {
          "frames_per_segment": {
            "type": "number",
            "description": "Pictures for each segment.",
            "minimum": 0,
            "maximum": 8
          },
          "max_width": {
            "type": "number",
            "description": "Width in pixels that they are scaled down to.",
            "minimum": 144,
            "maximum": 4320
          }
        }
      },
      "ThumbnailsConfig": {
        "type": "object",
        "description": "Small pictures of segments.",
        "required": [
          "enable_segment_thumbnails"
        ],
        "properties": {
          "enable_segment_thumbnails": {
            "type": "boolean",
            "description": "Whether to make one for each segment."
          }
        }
      },
      "Webhook": {
        "type": "object",
        "description": "An address that is told of events.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID of the webhook."
          },
          "object": {
            "type": "string",
            "description": "Always `webhook`.",
            "enum": [
              "webhook"
            ]
          },
          "created_at": {
            "type": "integer",
            "description": "When the webhook was made, in milliseconds since the Unix epoch."
          },
          "webhook_secret": {
            "type": "string",
            "description": "Comes with each delivery in the header `X-Cloudglue-Webhook-Secret`, so that the receiver can tell who sent it."
          },
          "endpoint": {
            "type": "string",
            "description": "Where events are sent."
          },
          "active": {
            "type": "boolean",
            "description": "Whether events are sent at all."
          },
          "description": {
            "type": "string",
            "description": "What the webhook is for."
          },
          "subscribed_events": {
            "type": "array",
            "description": "The events that are sent.",
            "items": {
              "$ref": "#/components/schemas/WebhookEvents"
            }
          },
          "delivery_warning": {
            "type": "string",
            "x-origin": "chosen",
            "description": "Why this mock sends nothing to the endpoint. Missing where it does, and always missing in the real API."
          }
        },
        "required": [
          "id",
          "object",
          "created_at",
          "subscribed_events",
          "active",
          "endpoint",
          "webhook_secret"
        ]
      },
      "WebhookList": {
        "type": "object",
        "description": "One page of webhooks.",
        "properties": {
          "object": {
            "type": "string",
            "description": "Always `list`.",
            "enum": [
              "list"
            ]
          },
          "data": {
            "type": "array",
            "description": "The webhooks, newest first unless the query says otherwise.",
            "items": {
              "$ref": "#/components/schemas/Webhook"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many webhooks match in all."
          },
          "limit": {
            "type": "integer",
            "description": "How many of them this answer holds."
          },
          "offset": {
            "type": "integer",
            "description": "How many matches were skipped before the first."
          }
        },
        "required": [
          "object",
          "data",
          "total",
          "limit",
          "offset"
        ]
      },
      "WebhookEvents": {
        "type": "string",
        "description": "What a webhook can be told of. This mock sends those of files and of files in collections; no job of the others ever runs here.",
        "enum": [
          "describe.job.processing",
          "describe.job.completed",
          "describe.job.failed",
          "extract.job.processing",
          "extract.job.completed",
          "extract.job.failed",
          "file.job.processing",
          "file.job.completed",
          "file.job.failed",
          "file.job.deleted",
          "collection.file.job.processing",
          "collection.file.job.completed",
          "collection.file.job.failed",
          "collection.file.job.deleted",
          "segment.job.processing",
          "segment.job.completed",
          "segment.job.failed"
        ]
      },
      "WebhookCreateRequest": {
        "type": "object",
        "description": "The webhook to make.",
        "properties": {
          "description": {
            "type": "string",
            "description": "What it is for."
          },
          "endpoint": {
            "type": "string",
            "description": "An http or https URL to send events to."
          },
          "subscribed_events": {
            "type": "array",
            "description": "The events to send, at least one.",
            "items": {
              "$ref": "#/components/schemas/WebhookEvents"
            }
          }
        }
      },
      "WebhookUpdateRequest": {
        "type": "object",
        "description": "What to change; a field that is left out stays as it is.",
        "properties": {
          "description": {
            "type": "string",
            "description": "What it is for."
          },
          "endpoint": {
            "type": "string",
            "description": "An http or https URL to send events to."
          },
          "subscribed_events": {
            "type": "array",
            "description": "The events to send, at least one.",
            "items": {
              "$ref": "#/components/schemas/WebhookEvents"
            }
          },
          "active": {
            "type": "boolean",
            "description": "Whether to send events at all."
          }
        }
      },
      "WebhookDeleteResponse": {
        "type": "object",
        "description": "Says that a webhook is gone.",
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID that the webhook had."
          },
          "object": {
            "type": "string",
            "description": "Always `webhook`.",
            "enum": [
              "webhook"
            ]
          }
        },
        "required": [
          "id",
          "object"
        ]
      },
      "Error": {
        "type": "object",
        "description": "What every refused request gets.",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "string",
            "description": "What failed, why, and what to do next, for a person to read."
          }
        }
      },
      "SearchOperator": {
        "type": "string",
        "x-origin": "docs",
        "description": "How to compare. Like takes `%` for any text and `_` for any character, in any case.",
        "enum": [
          "Equal",
          "NotEqual",
          "LessThan",
          "GreaterThan",
          "Like",
          "In",
          "ContainsAny",
          "ContainsAll"
        ]
      },
      "SearchFilter": {
        "type": "object",
        "x-origin": "docs",
        "description": "The JSON text in the parameter `filter` of listFiles. Every criterion must hold; a value that a file does not have meets none.",
        "example": {
          "metadata": [
            {
              "path": "speaker",
              "operator": "Like",
              "valueText": "An%"
            }
          ],
          "video_info": [
            {
              "path": "duration_seconds",
              "operator": "LessThan",
              "valueText": "12",
              "scope": "segment"
            }
          ],
          "file": [
            {
              "path": "filename",
              "operator": "In",
              "valueTextArray": [
                "a.mp4",
                "b.mp4"
              ]
            }
          ]
        },
        "additionalProperties": false,
        "properties": {
          "metadata": {
            "description": "Criteria on the metadata of the file.",
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "path",
                "operator"
              ],
              "properties": {
                "path": {
                  "type": "string",
                  "minLength": 1,
                  "description": "Keys joined by dots: `speaker`, `category.name`."
                },
                "operator": {
                  "$ref": "#/components/schemas/SearchOperator"
                },
                "valueText": {
                  "type": "string",
                  "description": "What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like."
                },
                "valueTextArray": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "What to compare with: for In, ContainsAny and ContainsAll."
                }
              }
            }
          },
          "video_info": {
            "description": "Criteria on the video.",
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "path",
                "operator"
              ],
              "properties": {
                "path": {
                  "type": "string",
                  "enum": [
                    "duration_seconds",
                    "has_audio"
                  ]
                },
                "operator": {
                  "$ref": "#/components/schemas/SearchOperator"
                },
                "valueText": {
                  "type": "string",
                  "description": "What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like."
                },
                "valueTextArray": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "What to compare with: for In, ContainsAny and ContainsAll."
                },
                "scope": {
                  "type": "string",
                  "enum": [
                    "file",
                    "segment"
                  ],
                  "default": "file",
                  "description": "Whether the file as a whole is meant, or any of its segments of 20 seconds."
                }
              }
            }
          },
          "file": {
            "description": "Criteria on the file itself. `created_at` is compared with ISO 8601 text.",
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "path",
                "operator"
              ],
              "properties": {
                "path": {
                  "type": "string",
                  "enum": [
                    "filename",
                    "uri",
                    "id",
                    "created_at",
                    "bytes"
                  ]
                },
                "operator": {
                  "$ref": "#/components/schemas/SearchOperator"
                },
                "valueText": {
                  "type": "string",
                  "description": "What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like."
                },
                "valueTextArray": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "What to compare with: for In, ContainsAny and ContainsAll."
                }
              }
            }
          }
        }
      }
    },
    "parameters": {
      "ConnectorId": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "UUID of the connector.",
        "schema": {
          "type": "string",
          "format": "uuid"
        },
        "examples": {
          "grain": {
            "value": "6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15"
          }
        }
      },
      "FileId": {
        "name": "file_id",
        "in": "path",
        "required": true,
        "description": "UUID of the file.",
        "schema": {
          "type": "string"
        },
        "examples": {
          "file": {
            "value": "2245b21e-79af-4ccd-872e-cdb7f86133dc"
          }
        }
      },
      "CollectionId": {
        "name": "collection_id",
        "in": "path",
        "required": true,
        "description": "UUID of the collection.",
        "schema": {
          "type": "string"
        },
        "examples": {
          "collection": {
            "value": "7c9d6f2a-1f0e-4b3d-8a55-2e9b1c7d4f60"
          }
        }
      },
      "WebhookId": {
        "name": "webhook_id",
        "in": "path",
        "required": true,
        "description": "UUID of the webhook.",
        "schema": {
          "type": "string"
        },
        "examples": {
          "webhook": {
            "value": "0b1f6a52-5d3c-4e8e-9a77-1c2d3e4f5a6b"
          }
        }
      }
    },
    "responses": {
      "Unauthorized": {
        "description": "The API key is missing or malformed.",
        "x-origin": "docs",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            },
            "examples": {
              "missingKey": {
                "value": {
                  "error": "Missing or malformed API key. Send the header \"Authorization: Bearer <key>\"."
                }
              }
            }
          }
        }
      },
      "UnexpectedError": {
        "description": "Something went wrong that should not have.",
        "x-origin": "spec",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            },
            "examples": {
              "unexpected": {
                "value": {
                  "error": "An unexpected error occurred. Try again, and tell support the request id if it stays."
                }
              }
            }
          }
        }
      }
    },
    "examples": {
      "PendingFile": {
        "summary": "A file that was just made",
        "value": {
          "id": "e1ed9988-b834-4366-aa62-838265043464",
          "status": "pending",
          "bytes": null,
          "created_at": 1768467600000,
          "filename": "Nordhavn Foods – discovery with Mette Kjær.mp4",
          "uri": "cloudglue://files/e1ed9988-b834-4366-aa62-838265043464",
          "metadata": null,
          "media_type": "video",
          "source": "gong",
          "source_metadata": null
        }
      },
      "CompletedFile": {
        "summary": "The same file, completed",
        "value": {
          "id": "e1ed9988-b834-4366-aa62-838265043464",
          "status": "completed",
          "bytes": 455504933,
          "created_at": 1768467600000,
          "filename": "Nordhavn Foods – discovery with Mette Kjær.mp4",
          "uri": "cloudglue://files/e1ed9988-b834-4366-aa62-838265043464",
          "metadata": null,
          "media_type": "video",
          "media_info": {
            "duration_seconds": 1822,
            "width": 1280,
            "height": 720,
            "format": "mp4",
            "has_audio": true,
            "sample_rate": 44100,
            "channels": 1,
            "bitrate": 128000
          },
          "video_info": {
            "duration_seconds": 1822,
            "width": 1280,
            "height": 720,
            "format": "mp4",
            "has_audio": true
          },
          "thumbnail_url": "https://api.cloudglue.dev/thumbnails/e1ed9988-b834-4366-aa62-838265043464.svg",
          "source": "gong",
          "source_metadata": null
        }
      }
    }
  }
};

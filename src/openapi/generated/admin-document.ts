// Made by `npm run generate` from openapi/admin.yaml. Never edit it by hand.
import type { OpenApiDocument } from '../document.ts';

export const adminDocument: OpenApiDocument = {
  "openapi": "3.0.3",
  "info": {
    "title": "cloudglue-mock control plane",
    "version": "1.0",
    "description": "Controls the mock itself: clock, state, world, error cases, fault rules and the journal of requests. Every operation acts on the account of the API key, which is sent as in the API. The control plane is open if the mock listens on loopback only. On any other address, requests are refused unless the mock was started with --admin-token, and the token is sent in the header X-Admin-Token. Errors are problem details (RFC 9457)."
  },
  "servers": [
    {
      "url": "/__admin"
    }
  ],
  "security": [
    {
      "apiKey": []
    }
  ],
  "tags": [
    {
      "name": "Mock"
    },
    {
      "name": "Clock"
    },
    {
      "name": "State"
    },
    {
      "name": "World"
    },
    {
      "name": "Faults"
    },
    {
      "name": "Requests"
    },
    {
      "name": "Contracts"
    }
  ],
  "paths": {
    "/": {
      "get": {
        "operationId": "getIndex",
        "tags": [
          "Mock"
        ],
        "summary": "List the operations of the control plane",
        "security": [],
        "responses": {
          "200": {
            "description": "Every operation of the control plane, and the URL of its document.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Index"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/health": {
      "get": {
        "operationId": "getHealth",
        "tags": [
          "Mock"
        ],
        "summary": "Check that the mock is up, and get its version",
        "security": [],
        "responses": {
          "200": {
            "description": "The mock is up.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/errors": {
      "get": {
        "operationId": "listErrors",
        "tags": [
          "Mock"
        ],
        "summary": "List every error case, and how to provoke it",
        "security": [],
        "responses": {
          "200": {
            "description": "The catalogue.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ErrorCaseList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/pact/states": {
      "get": {
        "operationId": "listStates",
        "tags": [
          "Contracts"
        ],
        "summary": "List the provider states that contracts can ask for",
        "security": [],
        "responses": {
          "200": {
            "description": "The states.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProviderStateList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/pact/setup": {
      "post": {
        "operationId": "setUpStates",
        "tags": [
          "Contracts"
        ],
        "summary": "Set up a provider state, as requested by a verifier of Pact contracts",
        "description": "Acts on the account of the API key in the request, or else of the key in the parameter token. One of the two is required, and must be the key that the contracts send. The first state after a request to the API, or after a teardown, resets the account, so that the states of one interaction add up and the next interaction starts fresh.",
        "security": [],
        "parameters": [
          {
            "$ref": "#/components/parameters/Token"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StateChange"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The values that the states provide for injection into the request.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StateValues"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/settings": {
      "get": {
        "operationId": "getSettings",
        "x-method": "settings.get()",
        "tags": [
          "Mock"
        ],
        "summary": "Read the account's settings",
        "responses": {
          "200": {
            "description": "The settings.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Settings"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "patch": {
        "operationId": "updateSettings",
        "x-method": "settings.update(changes)",
        "tags": [
          "Mock"
        ],
        "summary": "Change the account's settings",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SettingsUpdate"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The new settings.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Settings"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/clock": {
      "get": {
        "operationId": "getClock",
        "x-method": "clock.now()",
        "tags": [
          "Clock"
        ],
        "summary": "Read the account's clock",
        "responses": {
          "200": {
            "description": "The clock.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Clock"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/clock/advance": {
      "post": {
        "operationId": "advanceClock",
        "x-method": "clock.advance(by)",
        "tags": [
          "Clock"
        ],
        "summary": "Move the clock forward",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Advance"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The clock after the change.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Clock"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/clock/settle": {
      "post": {
        "operationId": "settleClock",
        "x-method": "clock.settle()",
        "tags": [
          "Clock"
        ],
        "summary": "Advance the clock until the status of every file is final",
        "responses": {
          "200": {
            "description": "The clock, and the files that never finish.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Settled"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/reset": {
      "post": {
        "operationId": "reset",
        "x-method": "reset()",
        "tags": [
          "State"
        ],
        "summary": "Reset the account to its initial state",
        "responses": {
          "200": {
            "description": "The clock of the account, which is reset.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Clock"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/snapshot": {
      "get": {
        "operationId": "getSnapshot",
        "x-method": "snapshot()",
        "tags": [
          "State"
        ],
        "summary": "Take a snapshot of the account",
        "responses": {
          "200": {
            "description": "The snapshot.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Snapshot"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "put": {
        "operationId": "restoreSnapshot",
        "x-method": "restore(snapshot)",
        "tags": [
          "State"
        ],
        "summary": "Restore a snapshot, and discard all later changes",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Snapshot"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The clock after the change.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Clock"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/files": {
      "get": {
        "operationId": "listFilePlans",
        "x-method": "files.list()",
        "tags": [
          "State"
        ],
        "summary": "List files with all past and planned changes of their status",
        "responses": {
          "200": {
            "description": "The files.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FilePlanList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/files/{file_id}": {
      "put": {
        "operationId": "setFilePlan",
        "x-method": "files.set(id, update)",
        "tags": [
          "State"
        ],
        "summary": "Force a status, or plan the changes of status to come",
        "parameters": [
          {
            "$ref": "#/components/parameters/FileId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FilePlanUpdate"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FilePlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/deliveries": {
      "get": {
        "operationId": "listDeliveries",
        "x-method": "webhooks.deliveries()",
        "tags": [
          "State"
        ],
        "summary": "List the deliveries of webhook events, past and pending",
        "responses": {
          "200": {
            "description": "The deliveries, oldest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeliveryList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/connectors": {
      "get": {
        "operationId": "listWorldConnectors",
        "x-method": "connectors.list()",
        "tags": [
          "World"
        ],
        "summary": "List the connectors",
        "responses": {
          "200": {
            "description": "The connectors.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldConnectorList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "post": {
        "operationId": "addConnector",
        "x-method": "connectors.add(connector)",
        "tags": [
          "World"
        ],
        "summary": "Add a connector",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewWorldConnector"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The new connector.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldConnector"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/connectors/{id}": {
      "delete": {
        "operationId": "removeConnector",
        "x-method": "connectors.remove(id)",
        "tags": [
          "World"
        ],
        "summary": "Remove a connector; files synced through it stay",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          }
        ],
        "responses": {
          "200": {
            "description": "The connector that was removed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldConnector"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/connectors/{id}/items": {
      "get": {
        "operationId": "listItems",
        "x-method": "connectors.items(id)",
        "tags": [
          "World"
        ],
        "summary": "List the items of a connector, in the format of a seed file",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          }
        ],
        "responses": {
          "200": {
            "description": "The items.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldItemList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "put": {
        "operationId": "putItem",
        "x-method": "connectors.put(id, item)",
        "tags": [
          "World"
        ],
        "summary": "Add an item, or replace the one with the same identity",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ItemSeed"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The item.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "delete": {
        "operationId": "removeItem",
        "x-method": "connectors.removeItem(id, uri)",
        "tags": [
          "World"
        ],
        "summary": "Remove an item; its file stays",
        "parameters": [
          {
            "$ref": "#/components/parameters/ConnectorId"
          },
          {
            "$ref": "#/components/parameters/ItemUri"
          }
        ],
        "responses": {
          "200": {
            "description": "The item that was removed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorldItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/faults": {
      "get": {
        "operationId": "listFaults",
        "x-method": "faults.list()",
        "tags": [
          "Faults"
        ],
        "summary": "List the fault rules, and how often each fired",
        "responses": {
          "200": {
            "description": "The rules, in the order in which they are tried.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FaultList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "post": {
        "operationId": "addFault",
        "x-method": "faults.add(rule)",
        "tags": [
          "Faults"
        ],
        "summary": "Add a fault rule",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FaultRule"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The new rule.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fault"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "delete": {
        "operationId": "clearFaults",
        "x-method": "faults.clear()",
        "tags": [
          "Faults"
        ],
        "summary": "Remove every fault rule",
        "responses": {
          "200": {
            "description": "The rules that were removed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FaultList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/faults/{fault_id}": {
      "delete": {
        "operationId": "removeFault",
        "x-method": "faults.remove(id)",
        "tags": [
          "Faults"
        ],
        "summary": "Remove a fault rule",
        "parameters": [
          {
            "$ref": "#/components/parameters/FaultId"
          }
        ],
        "responses": {
          "200": {
            "description": "The rule that was removed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fault"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/requests": {
      "get": {
        "operationId": "listRequests",
        "x-method": "requests.list(criteria)",
        "tags": [
          "Requests"
        ],
        "summary": "List the last requests to the API, oldest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/Operation"
          },
          {
            "$ref": "#/components/parameters/Method"
          },
          {
            "$ref": "#/components/parameters/Path"
          },
          {
            "$ref": "#/components/parameters/Status"
          },
          {
            "$ref": "#/components/parameters/Uri"
          },
          {
            "$ref": "#/components/parameters/Matched"
          },
          {
            "$ref": "#/components/parameters/Since"
          },
          {
            "$ref": "#/components/parameters/Keyless"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The requests.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      },
      "delete": {
        "operationId": "clearRequests",
        "x-method": "requests.clear(whose)",
        "tags": [
          "Requests"
        ],
        "summary": "Clear the journal of requests",
        "parameters": [
          {
            "$ref": "#/components/parameters/Keyless"
          }
        ],
        "responses": {
          "200": {
            "description": "The number of requests removed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestCount"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/requests/count": {
      "get": {
        "operationId": "countRequests",
        "x-method": "requests.count(criteria)",
        "tags": [
          "Requests"
        ],
        "summary": "Count requests to the API",
        "parameters": [
          {
            "$ref": "#/components/parameters/Operation"
          },
          {
            "$ref": "#/components/parameters/Method"
          },
          {
            "$ref": "#/components/parameters/Path"
          },
          {
            "$ref": "#/components/parameters/Status"
          },
          {
            "$ref": "#/components/parameters/Uri"
          },
          {
            "$ref": "#/components/parameters/Matched"
          },
          {
            "$ref": "#/components/parameters/Since"
          },
          {
            "$ref": "#/components/parameters/Keyless"
          }
        ],
        "responses": {
          "200": {
            "description": "The number of requests.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestCount"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/requests/har": {
      "get": {
        "operationId": "exportRequests",
        "x-method": "requests.har(criteria)",
        "tags": [
          "Requests"
        ],
        "summary": "Export requests as an HTTP archive (HAR 1.2)",
        "parameters": [
          {
            "$ref": "#/components/parameters/Operation"
          },
          {
            "$ref": "#/components/parameters/Method"
          },
          {
            "$ref": "#/components/parameters/Path"
          },
          {
            "$ref": "#/components/parameters/Status"
          },
          {
            "$ref": "#/components/parameters/Uri"
          },
          {
            "$ref": "#/components/parameters/Matched"
          },
          {
            "$ref": "#/components/parameters/Since"
          },
          {
            "$ref": "#/components/parameters/Keyless"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The archive.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Har"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/events": {
      "get": {
        "operationId": "streamEvents",
        "x-method": "follow(listener)",
        "tags": [
          "Requests"
        ],
        "summary": "Follow requests and changes of status as they happen (server-sent events)",
        "parameters": [
          {
            "$ref": "#/components/parameters/Keyless"
          }
        ],
        "responses": {
          "200": {
            "description": "The stream.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "apiKey": {
        "type": "http",
        "scheme": "bearer",
        "description": "The API key, which selects the account. Any key that is not empty is accepted."
      },
      "adminToken": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Admin-Token",
        "description": "The value of --admin-token, if the mock was started with it."
      }
    },
    "parameters": {
      "FileId": {
        "name": "file_id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "ConnectorId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "FaultId": {
        "name": "fault_id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "ItemUri": {
        "name": "uri",
        "in": "query",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        },
        "description": "Any URI of the item."
      },
      "Token": {
        "name": "token",
        "in": "query",
        "schema": {
          "type": "string",
          "minLength": 1
        },
        "description": "The API key of the account, if the verifier sends none."
      },
      "Operation": {
        "name": "operation",
        "in": "query",
        "schema": {
          "type": "string"
        },
        "description": "The operationId."
      },
      "Method": {
        "name": "method",
        "in": "query",
        "schema": {
          "type": "string"
        }
      },
      "Path": {
        "name": "path",
        "in": "query",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        },
        "description": "A pattern: * matches any text, ? any one character."
      },
      "Status": {
        "name": "status",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 100,
          "maximum": 599
        }
      },
      "Uri": {
        "name": "uri",
        "in": "query",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        },
        "description": "A pattern for the URI to sync."
      },
      "Matched": {
        "name": "matched",
        "in": "query",
        "schema": {
          "type": "boolean"
        },
        "description": "False: only requests that matched no route."
      },
      "Since": {
        "name": "since",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 0
        },
        "description": "Only requests after the one with this number."
      },
      "Keyless": {
        "name": "keyless",
        "in": "query",
        "schema": {
          "type": "boolean"
        },
        "description": "True: the requests without a key, which belong to no account, instead of those of the account."
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 10000
        },
        "description": "Only the last requests, at most this many."
      }
    },
    "responses": {
      "Problem": {
        "description": "An error.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      }
    },
    "schemas": {
      "Problem": {
        "type": "object",
        "required": [
          "type",
          "title",
          "status",
          "detail"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "about:blank"
            ]
          },
          "title": {
            "type": "string",
            "description": "The status in words."
          },
          "status": {
            "type": "integer"
          },
          "detail": {
            "type": "string",
            "description": "What failed, why, and what to do next."
          },
          "errors": {
            "type": "array",
            "description": "The fields that are wrong.",
            "items": {
              "type": "object",
              "required": [
                "field",
                "detail"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "detail": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "Index": {
        "type": "object",
        "required": [
          "document",
          "access",
          "requests"
        ],
        "properties": {
          "document": {
            "type": "string",
            "description": "The URL of this document."
          },
          "access": {
            "type": "string",
            "description": "From where the control plane can be reached, and the headers it requires."
          },
          "requests": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "request",
                "summary"
              ],
              "properties": {
                "request": {
                  "type": "string",
                  "description": "Method and path, as in GET /__admin/clock."
                },
                "summary": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "Health": {
        "type": "object",
        "required": [
          "status",
          "version",
          "api_version"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ok"
            ]
          },
          "version": {
            "type": "string",
            "description": "The version of cloudglue-mock."
          },
          "api_version": {
            "type": "string",
            "description": "The version of the API's document."
          }
        }
      },
      "ProviderState": {
        "type": "object",
        "required": [
          "name",
          "summary",
          "parameters",
          "gives"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "The name to use in contracts."
          },
          "summary": {
            "type": "string",
            "description": "What is true once the state is set up."
          },
          "parameters": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "type",
                "required"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                },
                "required": {
                  "type": "boolean"
                },
                "one_of": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "default": {
                  "description": "The value if the parameter is left out."
                }
              }
            }
          },
          "gives": {
            "type": "array",
            "description": "Names of the values that the state provides for injection.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ProviderStateList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ProviderState"
            }
          }
        }
      },
      "StateChange": {
        "type": "object",
        "description": "The request of a Pact verifier. Unknown fields are ignored.",
        "properties": {
          "consumer": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "nullable": true,
            "description": "The name of the state; empty for an interaction without a state. Only a teardown may leave out both state and states."
          },
          "states": {
            "type": "array",
            "description": "Names of states, as older verifiers send them.",
            "items": {
              "type": "string"
            }
          },
          "params": {
            "type": "object",
            "nullable": true,
            "additionalProperties": true,
            "description": "The parameters of the state."
          },
          "action": {
            "type": "string",
            "enum": [
              "setup",
              "teardown"
            ],
            "default": "setup"
          }
        }
      },
      "StateValues": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "Duration": {
        "description": "Milliseconds, or a number and a unit such as 250ms, 5s, 1.5m, 2h, 1d.",
        "anyOf": [
          {
            "type": "number",
            "minimum": 0,
            "maximum": 3155760000000
          },
          {
            "type": "string",
            "pattern": "^\\d+(\\.\\d+)?(ms|s|m|h|d)$"
          }
        ]
      },
      "Clock": {
        "type": "object",
        "required": [
          "now",
          "iso",
          "runs"
        ],
        "properties": {
          "now": {
            "type": "integer",
            "description": "Milliseconds since the Unix epoch."
          },
          "iso": {
            "type": "string",
            "description": "The same time in ISO 8601."
          },
          "runs": {
            "type": "boolean",
            "description": "Whether the clock runs by itself."
          }
        }
      },
      "Advance": {
        "type": "object",
        "required": [
          "by"
        ],
        "additionalProperties": false,
        "properties": {
          "by": {
            "$ref": "#/components/schemas/Duration"
          }
        }
      },
      "Settled": {
        "type": "object",
        "required": [
          "now",
          "iso",
          "runs",
          "unsettled"
        ],
        "properties": {
          "now": {
            "type": "integer"
          },
          "iso": {
            "type": "string"
          },
          "runs": {
            "type": "boolean"
          },
          "unsettled": {
            "type": "array",
            "description": "Ids of files that never finish.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Settings": {
        "type": "object",
        "required": [
          "lifecycle",
          "speed",
          "unknown_uris",
          "uploads",
          "credits",
          "max_upload",
          "webhook_hosts"
        ],
        "properties": {
          "lifecycle": {
            "type": "string",
            "enum": [
              "timed",
              "polled",
              "instant",
              "manual"
            ],
            "description": "Cannot be changed while the mock runs."
          },
          "speed": {
            "type": "number"
          },
          "unknown_uris": {
            "type": "string",
            "enum": [
              "public",
              "create",
              "refuse"
            ]
          },
          "uploads": {
            "type": "string",
            "enum": [
              "named",
              "strict"
            ]
          },
          "credits": {
            "type": "integer"
          },
          "max_upload": {
            "type": "integer"
          },
          "webhook_hosts": {
            "type": "string",
            "nullable": true
          }
        }
      },
      "SettingsUpdate": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "lifecycle": {
            "type": "string",
            "description": "Accepted only with the current value; it cannot be changed while the mock runs."
          },
          "webhook_hosts": {
            "type": "string",
            "nullable": true,
            "description": "Accepted only with the current value; it cannot be changed while the mock runs."
          },
          "speed": {
            "type": "number",
            "minimum": 0.000001,
            "maximum": 1000000
          },
          "unknown_uris": {
            "type": "string",
            "enum": [
              "public",
              "create",
              "refuse"
            ]
          },
          "uploads": {
            "type": "string",
            "enum": [
              "named",
              "strict"
            ]
          },
          "credits": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000000
          },
          "max_upload": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991
          }
        }
      },
      "Snapshot": {
        "type": "object",
        "required": [
          "format",
          "version",
          "accounts"
        ],
        "description": "The state of an account, as returned by getSnapshot.",
        "properties": {
          "format": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "advancedBy": {
            "type": "number"
          },
          "accounts": {
            "type": "object",
            "additionalProperties": {
              "type": "object"
            }
          }
        }
      },
      "FileStatus": {
        "type": "string",
        "enum": [
          "pending",
          "processing",
          "completed",
          "failed",
          "not_applicable"
        ]
      },
      "FilePlan": {
        "type": "object",
        "required": [
          "id",
          "status",
          "uri",
          "steps"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/FileStatus"
          },
          "uri": {
            "type": "string",
            "description": "The URI of the source item."
          },
          "steps": {
            "type": "array",
            "description": "Every past and planned change of the file's status.",
            "items": {
              "type": "object",
              "required": [
                "at",
                "status"
              ],
              "properties": {
                "at": {
                  "type": "integer",
                  "nullable": true,
                  "description": "Milliseconds since the Unix epoch; null if a read caused the change."
                },
                "status": {
                  "$ref": "#/components/schemas/FileStatus"
                }
              }
            }
          }
        }
      },
      "FilePlanList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FilePlan"
            }
          }
        }
      },
      "FilePlanUpdate": {
        "type": "object",
        "additionalProperties": false,
        "description": "Either a status, which takes effect at once and stays, or the changes of status to come.",
        "properties": {
          "status": {
            "$ref": "#/components/schemas/FileStatus"
          },
          "steps": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "type": "object",
              "required": [
                "after",
                "status"
              ],
              "additionalProperties": false,
              "properties": {
                "after": {
                  "$ref": "#/components/schemas/Duration"
                },
                "status": {
                  "$ref": "#/components/schemas/FileStatus"
                }
              }
            }
          }
        }
      },
      "Delivery": {
        "type": "object",
        "required": [
          "id",
          "webhook_id",
          "endpoint",
          "event_id",
          "event_type",
          "file_id",
          "state",
          "attempts",
          "payload"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "webhook_id": {
            "type": "string"
          },
          "endpoint": {
            "type": "string"
          },
          "event_id": {
            "type": "string"
          },
          "event_type": {
            "type": "string"
          },
          "file_id": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "pending",
              "delivered",
              "failed",
              "refused",
              "cancelled"
            ],
            "description": "pending: being sent, or waiting for a retry; delivered: answered with 200; failed: given up after three retries; refused: the mock may not send to the host; cancelled: the webhook was removed or paused first."
          },
          "reason": {
            "type": "string",
            "description": "Why the delivery was refused."
          },
          "attempts": {
            "type": "array",
            "description": "Times are in milliseconds since the Unix epoch, on the account's clock.",
            "items": {
              "type": "object",
              "required": [
                "at",
                "status",
                "error"
              ],
              "properties": {
                "at": {
                  "type": "integer"
                },
                "status": {
                  "type": "integer",
                  "nullable": true
                },
                "error": {
                  "type": "string",
                  "nullable": true
                }
              }
            }
          },
          "payload": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "DeliveryList": {
        "type": "object",
        "required": [
          "data",
          "total"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delivery"
            }
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "WorldConnector": {
        "type": "object",
        "required": [
          "id",
          "type",
          "created_at",
          "metadata",
          "items"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "created_at": {
            "type": "string"
          },
          "metadata": {
            "type": "object",
            "additionalProperties": true
          },
          "items": {
            "type": "integer",
            "description": "The number of items."
          }
        }
      },
      "WorldConnectorList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorldConnector"
            }
          }
        }
      },
      "NewWorldConnector": {
        "type": "object",
        "required": [
          "type"
        ],
        "description": "A connector in the format of a seed file.",
        "properties": {
          "type": {
            "type": "string"
          }
        },
        "additionalProperties": true
      },
      "ItemSeed": {
        "type": "object",
        "description": "An item in the format of a seed file. The fields that identify it depend on the type of connector.",
        "additionalProperties": true
      },
      "WorldItem": {
        "type": "object",
        "required": [
          "uri",
          "seed"
        ],
        "properties": {
          "uri": {
            "type": "string",
            "description": "The canonical URI of the item."
          },
          "seed": {
            "$ref": "#/components/schemas/ItemSeed"
          }
        }
      },
      "WorldItemList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorldItem"
            }
          }
        }
      },
      "Example": {
        "type": "object",
        "description": "A request that gets the error, as data.",
        "additionalProperties": true
      },
      "ErrorCommand": {
        "type": "object",
        "required": [
          "way",
          "curl",
          "start"
        ],
        "properties": {
          "way": {
            "type": "string",
            "enum": [
              "request",
              "item",
              "token",
              "prefer",
              "rule"
            ],
            "description": "Which of the ways the command uses."
          },
          "curl": {
            "type": "string",
            "description": "A command to copy into a shell. If it sends several requests, the last one gets the error."
          },
          "start": {
            "type": "string",
            "nullable": true,
            "description": "The command that the mock must be started with; null if any will do."
          }
        }
      },
      "ErrorCaseEntry": {
        "type": "object",
        "required": [
          "name",
          "status",
          "cause",
          "known_from",
          "operations",
          "headers",
          "example_text",
          "ways",
          "commands"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "The name in fault rules and in the header Prefer (example=)."
          },
          "status": {
            "type": "integer"
          },
          "cause": {
            "type": "string"
          },
          "known_from": {
            "type": "string",
            "enum": [
              "spec",
              "docs",
              "chosen"
            ]
          },
          "operations": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "headers": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "example_text": {
            "type": "string"
          },
          "ways": {
            "type": "object",
            "required": [
              "requests",
              "items",
              "tokens",
              "prefer",
              "rule"
            ],
            "properties": {
              "requests": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Example"
                }
              },
              "items": {
                "type": "array",
                "description": "URIs of seeded items that get the error.",
                "items": {
                  "type": "string"
                }
              },
              "tokens": {
                "type": "array",
                "description": "API keys that get the error.",
                "items": {
                  "type": "string"
                }
              },
              "prefer": {
                "type": "string",
                "nullable": true,
                "description": "The Prefer header that asks for the error."
              },
              "rule": {
                "type": "boolean",
                "description": "Whether a fault rule can force the error."
              }
            }
          },
          "commands": {
            "type": "array",
            "description": "The same ways, each as a command for this mock.",
            "items": {
              "$ref": "#/components/schemas/ErrorCommand"
            }
          }
        }
      },
      "ErrorCaseList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ErrorCaseEntry"
            }
          }
        }
      },
      "Pattern": {
        "type": "string",
        "minLength": 1,
        "maxLength": 500,
        "description": "* matches any text, ? any one character; a backslash before either makes it literal."
      },
      "FaultRule": {
        "type": "object",
        "additionalProperties": false,
        "description": "Which requests to match, and what to do to them: one of error, status, rate_limit, network or drip; delay alone or together with one of these.",
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^\\w[\\w.-]{0,63}$",
            "description": "Generated if left out."
          },
          "match": {
            "type": "object",
            "additionalProperties": false,
            "description": "All given fields must match. Without it, the rule matches every request.",
            "properties": {
              "operation": {
                "type": "string",
                "description": "An operationId of the API."
              },
              "connector": {
                "type": "string",
                "description": "The type of the connector in the path, or of the connector that the URI belongs to."
              },
              "uri": {
                "$ref": "#/components/schemas/Pattern"
              },
              "header": {
                "type": "object",
                "minProperties": 1,
                "description": "Patterns for header values, by header name.",
                "additionalProperties": {
                  "$ref": "#/components/schemas/Pattern"
                }
              },
              "nth": {
                "type": "integer",
                "minimum": 1,
                "description": "Fire from the nth matching request on; without times, only for that one."
              },
              "probability": {
                "type": "number",
                "minimum": 0,
                "exclusiveMinimum": true,
                "maximum": 1
              }
            }
          },
          "error": {
            "type": "string",
            "description": "An error case of the catalogue."
          },
          "status": {
            "type": "integer",
            "minimum": 400,
            "maximum": 599,
            "description": "The status of one of the operation's error cases."
          },
          "retry_after": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Seconds for the Retry-After header, instead of the default of the error case."
          },
          "delay": {
            "type": "object",
            "additionalProperties": false,
            "description": "Real time before the answer: fixed; or uniformly distributed between min and max; or log-normal with median and sigma.",
            "properties": {
              "fixed": {
                "$ref": "#/components/schemas/Duration"
              },
              "min": {
                "$ref": "#/components/schemas/Duration"
              },
              "max": {
                "$ref": "#/components/schemas/Duration"
              },
              "median": {
                "$ref": "#/components/schemas/Duration"
              },
              "sigma": {
                "type": "number",
                "minimum": 0,
                "maximum": 5
              }
            }
          },
          "rate_limit": {
            "type": "object",
            "required": [
              "requests",
              "window"
            ],
            "additionalProperties": false,
            "description": "A rate limit, measured on the account's clock. Requests beyond it get 429.",
            "properties": {
              "requests": {
                "type": "integer",
                "minimum": 1,
                "maximum": 1000000
              },
              "window": {
                "$ref": "#/components/schemas/Duration"
              }
            }
          },
          "network": {
            "type": "string",
            "enum": [
              "connection-reset",
              "answer-lost",
              "reset-in-body",
              "empty-answer",
              "empty-body",
              "truncated-json",
              "malformed-json",
              "wrong-content-type"
            ],
            "description": "connection-reset: the connection is reset before the request is processed; answer-lost: the request is processed, then the connection is reset; reset-in-body: the connection is reset after half of the body; empty-answer: the connection is closed without an answer; empty-body: the answer has no body; truncated-json: half of the body, with a matching Content-Length; malformed-json: a body that is not valid JSON; wrong-content-type: the body with the content type of HTML."
          },
          "drip": {
            "type": "object",
            "required": [
              "over"
            ],
            "additionalProperties": false,
            "description": "Sends the body in pieces.",
            "properties": {
              "over": {
                "$ref": "#/components/schemas/Duration"
              },
              "pieces": {
                "type": "integer",
                "minimum": 2,
                "maximum": 1000,
                "default": 10
              }
            }
          },
          "times": {
            "type": "integer",
            "minimum": 1,
            "description": "How often the rule fires; without it, no limit."
          },
          "seed": {
            "type": "string",
            "maxLength": 100,
            "description": "Seeds the random draws for probability and delay; the same seed gives the same draws."
          }
        }
      },
      "Fault": {
        "type": "object",
        "required": [
          "id",
          "rule",
          "calls",
          "fired"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "rule": {
            "$ref": "#/components/schemas/FaultRule"
          },
          "calls": {
            "type": "integer",
            "description": "How many requests matched."
          },
          "fired": {
            "type": "integer"
          }
        }
      },
      "FaultList": {
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fault"
            }
          }
        }
      },
      "RecordedRequest": {
        "type": "object",
        "required": [
          "number",
          "id",
          "at",
          "duration_ms",
          "method",
          "url",
          "operation",
          "uri",
          "matched",
          "faults",
          "request",
          "response"
        ],
        "properties": {
          "number": {
            "type": "integer",
            "description": "A sequence number, for the parameter since."
          },
          "id": {
            "type": "string",
            "description": "The X-Request-Id of the answer."
          },
          "at": {
            "type": "integer",
            "description": "Milliseconds since the Unix epoch, in real time."
          },
          "duration_ms": {
            "type": "number"
          },
          "method": {
            "type": "string"
          },
          "url": {
            "type": "string"
          },
          "operation": {
            "type": "string",
            "nullable": true
          },
          "uri": {
            "type": "string",
            "nullable": true,
            "description": "The URI to sync."
          },
          "matched": {
            "type": "boolean",
            "description": "Whether a route matched."
          },
          "faults": {
            "type": "array",
            "description": "Ids of the rules that fired.",
            "items": {
              "type": "string"
            }
          },
          "request": {
            "$ref": "#/components/schemas/RecordedMessage"
          },
          "response": {
            "type": "object",
            "required": [
              "status",
              "headers",
              "body"
            ],
            "properties": {
              "status": {
                "type": "integer",
                "description": "0 if the connection was broken instead."
              },
              "headers": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "body": {
                "type": "string",
                "nullable": true
              }
            }
          }
        }
      },
      "RecordedMessage": {
        "type": "object",
        "required": [
          "headers",
          "body"
        ],
        "properties": {
          "headers": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "body": {
            "type": "string",
            "nullable": true,
            "description": "Null if there is none, it is not text, or it was not read."
          }
        }
      },
      "RequestList": {
        "type": "object",
        "required": [
          "data",
          "total"
        ],
        "properties": {
          "data": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RecordedRequest"
            }
          },
          "total": {
            "type": "integer",
            "description": "How many requests match."
          }
        }
      },
      "RequestCount": {
        "type": "object",
        "required": [
          "count"
        ],
        "properties": {
          "count": {
            "type": "integer"
          }
        }
      },
      "Har": {
        "type": "object",
        "required": [
          "log"
        ],
        "properties": {
          "log": {
            "type": "object",
            "additionalProperties": true
          }
        }
      }
    }
  }
};

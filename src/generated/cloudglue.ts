// Made by `npm run generate` from openapi/cloudglue.yaml. Never edit it by hand.
export interface paths {
    "/data-connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connectors
         * @description Gives every active connector of the account, newest first. There are no pages: one answer holds them all.
         */
        get: operations["listDataConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-connectors/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Browse a connector
         * @description Lists what the provider holds, page by page, with the URI to sync of each file. Folders are opened with the parameter that their entry carries in `metadata`. Parameters that do not count for the type of the connector are ignored.
         */
        get: operations["listDataConnectorFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-connectors/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a connector URI into a file
         * @description Makes a file of one item of the provider, and starts no other job. The same item always gives the same file of the account, however its URI is spelled: a second call answers with the file as it is. The new file is `pending`. For grain connectors its `source_metadata` is filled at once.
         *
         *     Plain http(s), TikTok and Loom URLs belong to `POST /files/sync`, YouTube URLs to the media endpoint of a collection.
         */
        post: operations["syncDataConnectorFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-connectors/{id}/source-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up the source metadata of a URI
         * @description Asks the provider what it knows about an item, without making a file. Only grain connectors can answer; the others give 501.
         */
        get: operations["getDataConnectorSourceMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List files
         * @description Gives the files of the account, newest first, with filters that can be combined. `total` counts all matches, `limit` the files in this answer.
         */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a file
         * @description Gives one file as it is now. Clients that wait for processing ask again every few seconds until the status is `completed`, `failed` or `not_applicable`.
         */
        get: operations["getFile"];
        /**
         * Change a file
         * @description Sets the name of a file or replaces its metadata. Nothing else can be changed; fields that are left out stay as they are.
         */
        put: operations["updateFile"];
        post?: never;
        /**
         * Remove a file
         * @description Removes a file for good. Syncing its item again makes a new file with a new id.
         */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A provider that the account is connected to. */
        DataConnector: {
            /** @description UUID of the connector; the `{id}` of every path below `/data-connectors`. */
            id: string;
            /**
             * @description Always `data_connector`.
             * @enum {string}
             */
            object: "data_connector";
            /**
             * @description The provider. It decides which URIs can be synced and which browsing parameters count.
             * @enum {string}
             */
            type: "s3" | "dropbox" | "google-drive" | "zoom" | "gong" | "recall" | "gcs" | "grain";
            /** @description When the connector was set up, in milliseconds since the Unix epoch. */
            created_at: number;
            /** @description When its settings last changed, in milliseconds since the Unix epoch. */
            updated_at: number;
            /** @description What a client needs for browsing, such as `bucket_names` of s3 and gcs connectors. It differs by type and holds no credentials. */
            metadata: Record<string, unknown>;
        };
        /** @description All connectors of the account, newest first. */
        DataConnectorList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description The connectors. */
            data: components["schemas"]["DataConnector"][];
            /** @description How many connectors there are. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many were left out before the first. */
            offset: number;
        };
        /** @description One line of a listing: a file that can be synced, or a folder to look into. */
        DataConnectorFile: {
            /**
             * @description Always `data_connector_file`.
             * @enum {string}
             */
            object: "data_connector_file";
            /**
             * @description `folder` entries lead further, `file` entries can be synced.
             * @enum {string}
             */
            type: "file" | "folder";
            /** @description What to send as `url` to the sync endpoint. A folder has none: null. */
            uri: string | null;
            /** @description The name to show a person. */
            name: string;
            /** @description The MIME type, null where the provider does not tell it. */
            mime_type: string | null;
            /** @description The size in bytes, null where the provider does not tell it. */
            size_bytes: number | null;
            /** @description When the provider got the item, in milliseconds since the Unix epoch; null where it does not tell. */
            created_at: number | null;
            /** @description Details that differ by provider. A folder carries the parameter that opens it. */
            metadata: {
                /** @description Of a Google Drive folder: the value for the query parameter `folder_id`. */
                folder_id?: string;
                /** @description Of a Dropbox folder: the value for the query parameter `path`. */
                path?: string;
                /** @description Of an S3 or GCS folder: the value for the query parameter `prefix`. */
                prefix?: string;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description One page of a listing. */
        DataConnectorFileList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description Folders and files in the order of the listing. A page may be short, even empty, while `has_more` is true. */
            data: components["schemas"]["DataConnectorFile"][];
            /** @description True if another page follows. */
            has_more: boolean;
            /** @description The `page_token` of the next page; null on the last one. */
            next_page_token: string | null;
        };
        /** @description A file of the account. Size and media information are known once processing has begun, the thumbnail once it is complete. */
        File: {
            /** @description UUID of the file. */
            id: string;
            /**
             * @description How far processing has come. It only moves forward: `pending`, `processing`, then `completed` or `failed`. `not_applicable` means that there is nothing to process.
             * @enum {string}
             */
            status: "pending" | "processing" | "completed" | "failed" | "not_applicable";
            /** @description Size in bytes; null until it is known. */
            bytes?: number | null;
            /** @description When the file was made, in milliseconds since the Unix epoch. */
            created_at?: number;
            /** @description The name, at first that of the item at its source. It can be changed. */
            filename?: string;
            /** @description How other endpoints name this file: `cloudglue://files/<id>`. */
            uri: string;
            /** @description Whatever the user attached to the file; null if nothing. */
            metadata?: Record<string, unknown> | null;
            /**
             * @description Whether there is a picture or only sound.
             * @enum {string}
             */
            media_type?: "video" | "audio";
            /** @description What is in the media, for video and audio alike; null values where a question has no answer. */
            media_info?: {
                /** @description Length in seconds. */
                duration_seconds?: number | null;
                /** @description Width of the picture in pixels; null for sound. */
                width?: number | null;
                /** @description Height of the picture in pixels; null for sound. */
                height?: number | null;
                /** @description Samples of sound per second, in Hz. */
                sample_rate?: number | null;
                /** @description Channels of sound: 1 is mono, 2 is stereo. */
                channels?: number | null;
                /** @description Bits of sound per second. */
                bitrate?: number | null;
                /** @description The container, such as `mp4`. */
                format?: string | null;
                /** @description Whether there is any sound. */
                has_audio?: boolean | null;
            };
            /** @description The same for the picture only; kept for clients from before `media_info`. */
            video_info?: {
                /** @description Length in seconds; null if unknown. */
                duration_seconds?: number | null;
                /** @description Height in pixels; null if unknown. */
                height?: number | null;
                /** @description Width in pixels; null if unknown. */
                width?: number | null;
                /** @description The container, such as `mp4`; null if unknown. */
                format?: string | null;
                /** @description Whether the video has a sound track; null if unknown. */
                has_audio?: boolean | null;
            };
            /** @description Address of a still picture. Missing until there is one. */
            thumbnail_url?: string;
            /**
             * @description Where the file came from; for a synced file, the type of its connector.
             * @enum {string}
             */
            source?: "video" | "youtube" | "s3" | "dropbox" | "http" | "upload" | "google-drive" | "zoom" | "gong" | "recall" | "gcs" | "grain" | "loom";
            /** @description What the provider knows about the item, taken when the file was made. Null for every source but grain in this version. */
            source_metadata?: Omit<components["schemas"]["SourceMetadata"], "source_type"> | null;
        };
        /** @description One page of the files that match. */
        FileList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description The files, newest first unless the query says otherwise. */
            data: components["schemas"]["File"][];
            /** @description How many files match in all. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many matches were skipped before the first. */
            offset: number;
        };
        /** @description What to change; a field that is left out stays as it is. */
        FileUpdate: {
            /** @description Replaces all metadata of the file. */
            metadata?: Record<string, unknown>;
            /** @description The new name. */
            filename?: string;
        };
        /** @description Says that a file is gone. */
        FileDelete: {
            /** @description UUID that the file had. */
            id: string;
            /**
             * @description Always `file`.
             * @enum {string}
             */
            object: "file";
        };
        /** @description What a provider knows about an item. `source_type` tells whose words they are; only Grain has any in this version. */
        SourceMetadata: components["schemas"]["GrainSourceMetadata"];
        /** @description Source metadata that was looked up without making a file. */
        SourceMetadataResponse: {
            /**
             * @description Always `source_metadata`.
             * @enum {string}
             */
            object: "source_metadata";
            source_metadata: components["schemas"]["SourceMetadata"];
        };
        /** @description A recording as Grain describes it. Fields that Grain gives only on request can be missing, and are null where it was asked and had nothing. */
        GrainSourceMetadata: {
            /**
             * @description Always `grain`; tells this kind of source metadata from others. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "grain";
            /** @description The id in `grain://recording/<id>`. */
            grain_recording_id: string;
            /** @description What the recording is called in Grain. */
            title: string;
            /**
             * Format: date-time
             * @description When the recording began, in UTC.
             */
            start_datetime: string;
            /**
             * Format: date-time
             * @description When the recording ended, in UTC.
             */
            end_datetime: string;
            /** @description Length in milliseconds. */
            duration_ms: number;
            /**
             * @description What Grain kept of the meeting. A `transcript` has neither picture nor sound.
             * @enum {string}
             */
            media_type: "audio" | "transcript" | "video";
            /**
             * @description Where Grain recorded.
             * @enum {string}
             */
            upstream_source: "aircall" | "local_capture" | "meet" | "teams" | "upload" | "webex" | "zoom" | "other";
            /** @description Page of the recording in Grain. */
            grain_url: string;
            /** @description Address of a still picture; null if Grain has none. */
            thumbnail_url?: string | null;
            /** @description Labels that people put on the recording; may be empty. */
            tags: string[];
            /** @description Teams that the recording belongs to; may be empty. Browsing filters by their id or name. */
            teams: {
                id?: string;
                name?: string;
            }[];
            /** @description What kind of meeting it was; null if nobody said. Browsing filters by its id or name. */
            meeting_type?: {
                id?: string;
                name?: string;
                scope?: string;
            } | null;
            /** @description Who was invited or came; null if Grain knows nobody. */
            participants?: {
                id?: string;
                name?: string;
                email?: string | null;
                /** @enum {string} */
                scope?: "internal" | "external" | "unknown";
                confirmed_attendee?: boolean;
                /** @description Contact in HubSpot; null if there is none. */
                hs_contact_id?: string | null;
            }[] | null;
            /** @description Passages that were marked, in a form that Grain decides; null if there are none. */
            highlights?: Record<string, unknown>[] | null;
            /** @description Grain's summary; null if there is none. */
            ai_summary?: {
                /** @description The summary as Markdown. */
                text?: string;
            } | null;
            /** @description What was agreed to be done; null if nothing. */
            ai_action_items?: {
                /** @enum {string} */
                status?: "pending" | "completed";
                /** @description Where in the recording it was said, in milliseconds from the start. */
                timestamp_ms?: number;
                text?: string;
                assignee?: {
                    id?: string;
                    name?: string;
                    user_id?: string | null;
                } | null;
            }[] | null;
            /** @description Notes along a template, whose form depends on it; null if there are none. */
            ai_template_sections?: Record<string, unknown>[] | null;
            /** @description The event in the calendar; null if there was none. */
            calendar_event?: {
                ical_uid?: string;
            } | null;
            /** @description Records in HubSpot that belong to the meeting; null if there are none. */
            hubspot?: {
                hubspot_company_ids?: string[];
                hubspot_deal_ids?: string[];
            } | null;
        };
        /** @description What every refused request gets. */
        Error: {
            /** @description What failed, why, and what to do next, for a person to read. */
            error: string;
        };
        /**
         * @description How to compare. Like takes `%` for any text and `_` for any character, in any case.
         * @enum {string}
         */
        SearchOperator: "Equal" | "NotEqual" | "LessThan" | "GreaterThan" | "Like" | "In" | "ContainsAny" | "ContainsAll";
        /**
         * @description The JSON text in the parameter `filter` of listFiles. Every criterion must hold; a value that a file does not have meets none.
         * @example {
         *       "metadata": [
         *         {
         *           "path": "speaker",
         *           "operator": "Like",
         *           "valueText": "An%"
         *         }
         *       ],
         *       "video_info": [
         *         {
         *           "path": "duration_seconds",
         *           "operator": "LessThan",
         *           "valueText": "12",
         *           "scope": "segment"
         *         }
         *       ],
         *       "file": [
         *         {
         *           "path": "filename",
         *           "operator": "In",
         *           "valueTextArray": [
         *             "a.mp4",
         *             "b.mp4"
         *           ]
         *         }
         *       ]
         *     }
         */
        SearchFilter: {
            /** @description Criteria on the metadata of the file. */
            metadata?: {
                /** @description Keys joined by dots: `speaker`, `category.name`. */
                path: string;
                operator: components["schemas"]["SearchOperator"];
                /** @description What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like. */
                valueText?: string;
                /** @description What to compare with: for In, ContainsAny and ContainsAll. */
                valueTextArray?: string[];
            }[];
            /** @description Criteria on the video. */
            video_info?: {
                /** @enum {string} */
                path: "duration_seconds" | "has_audio";
                operator: components["schemas"]["SearchOperator"];
                /** @description What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like. */
                valueText?: string;
                /** @description What to compare with: for In, ContainsAny and ContainsAll. */
                valueTextArray?: string[];
                /**
                 * @description Whether the file as a whole is meant, or any of its segments of 20 seconds.
                 * @default file
                 * @enum {string}
                 */
                scope?: "file" | "segment";
            }[];
            /** @description Criteria on the file itself. `created_at` is compared with ISO 8601 text. */
            file?: {
                /** @enum {string} */
                path: "filename" | "uri" | "id" | "created_at" | "bytes";
                operator: components["schemas"]["SearchOperator"];
                /** @description What to compare with: for Equal, NotEqual, LessThan, GreaterThan and Like. */
                valueText?: string;
                /** @description What to compare with: for In, ContainsAny and ContainsAll. */
                valueTextArray?: string[];
            }[];
        };
    };
    responses: {
        /** @description The API key is missing or malformed. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong that should not have. */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description UUID of the connector. */
        ConnectorId: string;
        /** @description UUID of the file. */
        FileId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDataConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connectors of the account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataConnectorList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["UnexpectedError"];
        };
    };
    listDataConnectorFiles: {
        parameters: {
            query?: {
                /** @description How many entries a page may have, from 1 to 100; 20 unless given. */
                limit?: number;
                /** @description The `next_page_token` of the page before. It is opaque and good only with the same connector and the same filters. */
                page_token?: string;
                /** @description First day to list, written YYYY-MM-DD, in UTC. Counts for zoom and grain. */
                from?: string;
                /** @description Last day to list, written YYYY-MM-DD, in UTC. Counts for zoom and grain. */
                to?: string;
                /** @description Folder to list, as in the `metadata.folder_id` of its entry; the root if left out. Counts for google-drive. */
                folder_id?: string;
                /** @description Folder to list, as in the `metadata.path` of its entry; the root if left out. Counts for dropbox. */
                path?: string;
                /** @description Bucket to list. Must be given for s3 and gcs, where it counts. */
                bucket?: string;
                /** @description What keys must begin with; the next `/` after it makes a folder. Counts for s3 and gcs. */
                prefix?: string;
                /** @description Text that the title must contain, in any case. Counts for grain. */
                title_search?: string;
                /** @description Team that the recording must belong to, by id or by name. Counts for grain. */
                team?: string;
                /** @description Meeting type that the recording must have, by id or by name. Counts for grain. */
                meeting_type?: string;
            };
            header?: never;
            path: {
                /** @description UUID of the connector. */
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the listing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataConnectorFileList"];
                };
            };
            /** @description A parameter is malformed or missing for this type of connector, or the page token is of another listing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such connector, or the provider no such folder or bucket. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["UnexpectedError"];
            /** @description The provider failed or could not be reached. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    syncDataConnectorFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the connector. */
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        /** @description The item to sync. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description URI of the item, in a form that the type of the connector accepts. s3: `s3://<bucket>/<key>`; gcs: `gs://<bucket>/<key>`; google-drive: `gdrive://file/<id>`, or a link with `/file/d/<id>` or `/open?id=<id>`; dropbox: `dropbox://<path>`, or a share link with `/scl/fi/` or `/s/`; zoom: `zoom://uuid/<uuid>`, `zoom://id/<meeting id>`, or a join, recording or share link; grain: `grain://recording/<id>`; gong: `gong://call/<id>`; recall: `recall://recording/<id>`. */
                    url: string;
                };
            };
        };
        responses: {
            /** @description The file of the item, new or already there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description The URI is malformed, of another type than the connector, a folder, or one for another endpoint. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The item is there, but a login, a password, an expiry or a restriction keeps it from the connector. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The account has no such connector, or the provider no such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The provider limits the rate of requests. The header Retry-After says how long to wait. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["UnexpectedError"];
            /** @description The provider failed or could not be reached. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDataConnectorSourceMetadata: {
        parameters: {
            query: {
                /** @description URI of the item, in a form that the connector's type accepts. */
                url: string;
            };
            header?: never;
            path: {
                /** @description UUID of the connector. */
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the provider knows about the item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMetadataResponse"];
                };
            };
            /** @description The URI is missing, malformed, or of another type than the connector. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such connector, or the provider no such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Connectors of this type have no source metadata. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The provider failed or could not be reached. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description Only files with this status. */
                status?: "pending" | "processing" | "completed" | "failed" | "not_applicable";
                /** @description Only files made before this day began, written YYYY-MM-DD, in UTC. */
                created_before?: string;
                /** @description Only files made since this day began, written YYYY-MM-DD, in UTC. */
                created_after?: string;
                /** @description How many files to return at most: 50 unless given, 100 at the utmost. */
                limit?: number;
                /** @description How many matching files to skip; 0 unless given. */
                offset?: number;
                /** @description What to order by: the date, unless given. */
                order?: "created_at" | "filename";
                /** @description Which way to order: `desc`, unless given. */
                sort?: "asc" | "desc";
                /** @description Criteria as JSON text in the form of `SearchFilter`, all of which must hold. For example `{"metadata":[{"path":"speaker","operator":"Equal","valueText":"Ana"}]}` or `{"file":[{"path":"filename","operator":"Like","valueText":"Renewal%"}]}`. */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the matching files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["UnexpectedError"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["UnexpectedError"];
        };
    };
    updateFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileUpdate"];
            };
        };
        responses: {
            /** @description The file after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description The body is malformed, or a field of it is. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileDelete"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["UnexpectedError"];
        };
    };
}

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
         * @description Makes a file of one item of the provider, and starts no other job. The same item always gives the same file of the account, however its URI is spelled: a second call answers with the file as it is. The new file is `pending`. Its `source_metadata` is filled at once, except by s3 and gcs.
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
         * @description Asks the provider what it knows about an item, without making a file. Connectors of type s3 and gcs cannot answer: they give 501.
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
        /**
         * Upload a file
         * @description Takes a local video, audio or image file (JPEG, PNG, WebP) as `multipart/form-data`. Every upload is a file of its own, even of the same bytes.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a file of a public URL
         * @description Makes a file of what anybody can reach: a direct http(s) link to a video, audio or image file, a Dropbox share link, a TikTok video, a Loom recording. No connector is needed. The same URL always gives the same file: a second call answers with the file as it is and ignores its `metadata`.
         *
         *     YouTube videos belong to the media endpoint of a collection, URIs of connectors to `POST /data-connectors/{id}/sync`.
         */
        post: operations["syncFileFromUrl"];
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
    "/files/{file_id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the source metadata of a file
         * @description Asks the provider again what it knows about the item of the file. No media is read, and it costs nothing. Collections of type `metadata` that hold the file index it anew. An iconik file without a thumbnail gets one.
         */
        post: operations["syncFileSourceMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{file_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tags of a file
         * @description Gives all tags of one file.
         */
        get: operations["listFileTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List collections
         * @description Gives the collections of the account, newest first, with filters that can be combined.
         */
        get: operations["listCollections"];
        put?: never;
        /**
         * Create a collection
         * @description Makes an empty collection. Its type and settings hold for every file that is added.
         */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a collection
         * @description Gives one collection as it is now.
         */
        get: operations["getCollection"];
        /**
         * Change a collection
         * @description Sets the name or the description of a collection. Nothing else can be changed; fields that are left out stay as they are.
         */
        put: operations["updateCollection"];
        post?: never;
        /**
         * Remove a collection
         * @description Removes a collection. The files in it stay.
         */
        delete: operations["deleteCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a file to a collection
         * @description Puts a file into a collection: one that exists, by its id, or what a URL leads to. The file is processed there as the collection says. A file that is in the collection already is answered as it is.
         *
         *     Sound alone has no picture to look at: it cannot go into a collection of type `face-analysis`, nor be cut by the shot detector. Images go into no collection.
         *
         *     A collection of type `metadata` takes no media: it indexes what the connector and the user say of the file. It takes URLs of connectors only, of any type but s3 and gcs.
         */
        post: operations["addMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files in a collection
         * @description Gives what is in the collection, newest first, with filters that can be combined.
         */
        get: operations["listVideos"];
        put?: never;
        /**
         * Add a file to a collection (deprecated)
         * @deprecated
         * @description An older name of `addMedia`, which does the same.
         */
        post: operations["addVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/youtube": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a YouTube video to a collection (deprecated)
         * @deprecated
         * @description An older way to add a YouTube video; `addMedia` takes it too.
         */
        post: operations["addYouTubeVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/videos/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a file in a collection
         * @description Gives one file of the collection, with its status there.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        /**
         * Remove a file from a collection
         * @description Takes a file out of the collection. The file itself stays.
         */
        delete: operations["deleteVideo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of a collection
         * @description Gives the imports of a collection, newest first, each with its newest run.
         */
        get: operations["listMetadataImports"];
        put?: never;
        /**
         * Import what a connector lists
         * @description Makes an import of what a connector lists, and starts a run of it unless `start` is false. One run at a time goes through a collection: while another is active, none is started and `latest_run` is null. Connectors of type s3 and gcs cannot be imported from.
         */
        post: operations["createMetadataImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import and its runs
         * @description Gives one import with its runs, newest first.
         */
        get: operations["getMetadataImport"];
        put?: never;
        post?: never;
        /**
         * Remove an import
         * @description Removes an import, and cancels its active run. Files that it brought in stay.
         */
        delete: operations["deleteMetadataImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/imports/{import_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run an import
         * @description Starts a run of an import. The body may change for this run what the import says.
         */
        post: operations["createMetadataImportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection_id}/imports/{import_id}/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run
         * @description Stops a run. Files that it brought in stay. A run that has ended stays as it is.
         */
        post: operations["cancelMetadataImportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description Gives the tags of the account.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Create a tag
         * @description Puts a tag on a file, or on a segment of it.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tag
         * @description Gives one tag.
         */
        get: operations["getTag"];
        /**
         * Change a tag
         * @description Changes the label or the value of a tag. At least one of both must be given.
         */
        put: operations["updateTag"];
        post?: never;
        /**
         * Remove a tag
         * @description Removes a tag.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Gives the webhooks of the account, newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register a webhook
         * @description Asks for events to be sent to an address. Each is a POST with the JSON `{"event_id", "event_type", "payload"}` and the secret in the header `X-Cloudglue-Webhook-Secret`; an answer other than 200 makes the sender try again, three times at most.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description Gives one webhook.
         */
        get: operations["getWebhookById"];
        /**
         * Change a webhook
         * @description Changes where events go, which ones, or whether they are sent at all. Fields that are left out stay as they are.
         */
        put: operations["updateWebhook"];
        post?: never;
        /**
         * Remove a webhook
         * @description Removes a webhook. Nothing more is sent, not even what was to be tried again.
         */
        delete: operations["deleteWebhook"];
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
            type: "s3" | "dropbox" | "google-drive" | "zoom" | "gong" | "recall" | "gcs" | "grain" | "iconik";
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
            /** @description Address of a still picture, good for some hours. Only iconik gives one; null or missing for all others. */
            thumbnail_url?: string | null;
            /** @description A file carries what its provider tells when listing, in the form of `SourceMetadata`, with `zoom_meeting_uuid`, `gong_call_id` or `grain_recording_id` for example; nothing for s3 and gcs. A folder carries the parameter that opens it. */
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
             * @description Whether there is a moving picture, only sound, or a still picture.
             * @enum {string}
             */
            media_type?: "video" | "audio" | "image";
            /** @description What is in the media, for video, audio and images alike; null values where a question has no answer. */
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
            source?: "video" | "youtube" | "s3" | "dropbox" | "http" | "upload" | "google-drive" | "zoom" | "gong" | "recall" | "gcs" | "grain" | "loom" | "iconik";
            /** @description What the provider knows about the item, taken when the file was made or last refreshed. Null for s3, gcs, uploads and public URLs. */
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
        /** @description A local file, with what its owner wants to note about it. */
        FileUpload: {
            /**
             * Format: binary
             * @description The bytes of a video, audio or image file.
             */
            file: string;
            /** @description Notes of any shape, sent as JSON text in its own part. */
            metadata?: Record<string, unknown>;
            /** @description Whether to make a small picture of each segment, sent as the text `true` or `false`. */
            enable_segment_thumbnails?: boolean;
        };
        /** @description What a provider knows about an item. `source_type` tells which provider it is. */
        SourceMetadata: components["schemas"]["GrainSourceMetadata"] | components["schemas"]["ZoomSourceMetadata"] | components["schemas"]["RecallSourceMetadata"] | components["schemas"]["GoogleDriveSourceMetadata"] | components["schemas"]["DropboxSourceMetadata"] | components["schemas"]["GongSourceMetadata"] | components["schemas"]["IconikSourceMetadata"];
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
            title?: string | null;
            /**
             * Format: date-time
             * @description When the recording began, in UTC.
             */
            start_datetime?: string | null;
            /**
             * Format: date-time
             * @description When the recording ended, in UTC.
             */
            end_datetime?: string | null;
            /** @description Length in milliseconds. */
            duration_ms?: number | null;
            /**
             * @description What Grain kept of the meeting. A `transcript` has neither picture nor sound.
             * @enum {string|null}
             */
            media_type?: "audio" | "transcript" | "video" | null;
            /**
             * @description Where Grain recorded.
             * @enum {string|null}
             */
            upstream_source?: "aircall" | "local_capture" | "meet" | "teams" | "upload" | "webex" | "zoom" | "other" | null;
            /** @description Page of the recording in Grain. */
            grain_url?: string | null;
            /** @description Address of a still picture; null if Grain has none. */
            thumbnail_url?: string | null;
            /** @description Labels that people put on the recording; may be empty. */
            tags?: string[] | null;
            /** @description Teams that the recording belongs to; may be empty. Browsing filters by their id or name. */
            teams?: {
                id?: string;
                name?: string;
            }[] | null;
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
        /** @description A recorded meeting as Zoom describes it. Addresses of the media and passcodes are left out. */
        ZoomSourceMetadata: {
            /**
             * @description Always `zoom`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "zoom";
            /** @description UUID of the meeting instance, as in `zoom://uuid/<uuid>`. */
            zoom_meeting_uuid: string;
            /** @description Number of the meeting, as in `zoom://id/<meeting id>`. */
            zoom_meeting_id?: number | null;
            /** @description Title of the meeting; empty where Zoom has none. */
            topic?: string | null;
            /**
             * Format: date-time
             * @description When the meeting began.
             */
            start_time?: string | null;
            /** @description Id of the host in Zoom. */
            host_id?: string | null;
            /** @description Email address of the host; null where the account may not see it. */
            host_email?: string | null;
            /** @description Id of the account in Zoom. */
            account_id?: string | null;
            /** @description Time zone of the meeting, such as `Europe/Copenhagen`. */
            timezone?: string | null;
            /** @description Length in minutes. */
            duration_minutes?: number | null;
            /** @description Size of all recordings together in bytes. */
            total_size?: number | null;
            /** @description How many recordings the meeting has. */
            recording_count?: number | null;
            /** @description Kind of meeting, as Zoom numbers it. */
            meeting_type?: number | null;
            /** @description The recordings of the meeting. */
            recording_files?: {
                id?: string | null;
                recording_type?: string | null;
                file_type?: string | null;
                file_extension?: string | null;
                /** @description Size in bytes. */
                file_size?: number | null;
                recording_start?: string | null;
                recording_end?: string | null;
                status?: string | null;
            }[] | null;
        };
        /** @description A recording as Recall describes it. */
        RecallSourceMetadata: {
            /**
             * @description Always `recall`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "recall";
            /** @description Id of the recording, as in `recall://recording/<id>`. */
            recall_recording_id: string;
            /** @description When the recording was made in Recall. */
            created_at?: string | null;
            /** @description When recording began. */
            started_at?: string | null;
            /** @description When recording ended. */
            completed_at?: string | null;
            /** @description When Recall deletes the media. */
            expires_at?: string | null;
            /** @description Such as `done`, `processing`, `failed` or `paused`. Only recordings that are done can be synced. */
            status_code?: string | null;
            /** @description Title of the meeting. Listings do not have it. */
            meeting_title?: string | null;
            /** @description Where the meeting was, such as `zoom` or `google_meet`. */
            meeting_platform?: string | null;
            /** @description Whether Recall has a transcript. */
            has_transcript?: boolean | null;
            /** @description Whether Recall has the sound on its own. */
            has_audio?: boolean | null;
            /** @description Whether Recall has the events of participants. */
            has_participant_events?: boolean | null;
            /** @description Id of the bot that recorded. */
            bot_id?: string | null;
            /** @description What the owner of the bot attached to the recording. */
            recall_metadata?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description A file as Google Drive describes it. */
        GoogleDriveSourceMetadata: {
            /**
             * @description Always `google-drive`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "google-drive";
            /** @description Id of the file, as in `gdrive://file/<id>`. */
            gdrive_file_id: string;
            /** @description Name of the file. */
            name?: string | null;
            /** @description MIME type of the file. */
            mime_type?: string | null;
            /** @description Size in bytes. */
            size_bytes?: number | null;
            /** @description When the file was made. */
            created_time?: string | null;
            /** @description When the file last changed. */
            modified_time?: string | null;
            /** @description Page of the file in Drive. */
            web_view_link?: string | null;
            /** @description Who owns the file. */
            owners?: {
                display_name?: string | null;
                email_address?: string | null;
            }[] | null;
            /** @description Who changed the file last. */
            last_modifying_user?: {
                display_name?: string | null;
                email_address?: string | null;
            } | null;
            /** @description Ids of the folders that hold the file. */
            parents?: string[] | null;
            /** @description Whether others can see the file. */
            shared?: boolean | null;
            /** @description Extension of the name, without the dot. */
            file_extension?: string | null;
            /** @description MD5 of the content, in hexadecimal. */
            md5_checksum?: string | null;
            /** @description What Drive knows of the video; null until it has processed the file. */
            video_media_metadata?: {
                /** @description Length in milliseconds. */
                duration_millis?: number | null;
                /** @description Width in pixels. */
                width?: number | null;
                /** @description Height in pixels. */
                height?: number | null;
            } | null;
        };
        /** @description A file as Dropbox describes it. */
        DropboxSourceMetadata: {
            /**
             * @description Always `dropbox`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "dropbox";
            /** @description Id of the file in Dropbox, which begins with `id:`. */
            dropbox_id: string;
            /** @description Name of the file. */
            name?: string | null;
            /** @description Path of the file in lower case. */
            path_lower?: string | null;
            /** @description Path of the file as it is shown. */
            path_display?: string | null;
            /** @description Size in bytes. */
            size_bytes?: number | null;
            /** @description When the content last changed, as the client that uploaded it says. */
            client_modified?: string | null;
            /** @description When Dropbox last got the content. */
            server_modified?: string | null;
            /** @description Revision of the content. */
            rev?: string | null;
            /** @description Hash of the content, as Dropbox computes it. */
            content_hash?: string | null;
            /** @description Whether the file can be downloaded as it is. */
            is_downloadable?: boolean | null;
            /** @description What Dropbox knows of the media; always null in listings. */
            media_info?: {
                /** @description Length in milliseconds. */
                duration_ms?: number | null;
                /** @description Width in pixels. */
                width?: number | null;
                /** @description Height in pixels. */
                height?: number | null;
            } | null;
        };
        /** @description A call as Gong describes it. Listings have null for `parties`, `topics`, `trackers`, `brief` and `key_points`; the last four need Call Spotlight. */
        GongSourceMetadata: {
            /**
             * @description Always `gong`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "gong";
            /** @description Id of the call, as in `gong://call/<id>`. */
            gong_call_id: string;
            /** @description Title of the call; empty where Gong has none. */
            title?: string | null;
            /** @description When the call began. */
            started?: string | null;
            /** @description When the call was to begin. */
            scheduled?: string | null;
            /** @description Length in seconds. */
            duration?: number | null;
            /** @description Page of the call in Gong. */
            gong_url?: string | null;
            /** @description Address of the meeting. */
            meeting_url?: string | null;
            /** @description Whether the call is private. Private calls are neither listed nor synced. */
            is_private?: boolean | null;
            /** @description What the call was for. */
            purpose?: string | null;
            /** @description Id of the user in Gong who hosted the call. */
            primary_user_id?: string | null;
            /** @description `Inbound`, `Outbound`, `Conference` or `Unknown`. */
            direction?: string | null;
            /** @description What the call was made with, such as `Zoom`. */
            system?: string | null;
            /** @description `Internal`, `External` or `Unknown`. */
            scope?: string | null;
            /** @description Language as three letters of ISO 639-2B, such as `eng`. */
            language?: string | null;
            /** @description Id of the workspace in Gong. */
            workspace_id?: string | null;
            /** @description `Video` or `Audio`. */
            call_media_type?: string | null;
            /** @description Who took part. */
            parties?: {
                id?: string | null;
                name?: string | null;
                email?: string | null;
                affiliation?: string | null;
                speaker_id?: string | null;
                user_id?: string | null;
            }[] | null;
            /** @description What was talked about. */
            topics?: {
                name?: string | null;
                /** @description Length in seconds. */
                duration?: number | null;
            }[] | null;
            /** @description Terms that Gong looks for. */
            trackers?: {
                name?: string | null;
                /** @description How often it was said. */
                count?: number | null;
            }[] | null;
            /** @description Short summary. */
            brief?: string | null;
            /** @description Summary in points. */
            key_points?: string[] | null;
        };
        /** @description An asset as iconik describes it. */
        IconikSourceMetadata: {
            /**
             * @description Always `iconik`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            source_type: "iconik";
            /** @description Id of the asset, as in `iconik://asset/<id>`. */
            iconik_asset_id: string;
            /** @description Title of the asset. */
            title?: string | null;
            /** @description Kind of media, such as `video`. */
            media_type?: string | null;
            /** @description When the asset was made; what `from` and `to` compare with. */
            date_created?: string | null;
            /** @description When the asset last changed. */
            date_modified?: string | null;
            /** @description Length in milliseconds. */
            duration_ms?: number | null;
            /**
             * @description Which rendition the file is made of; the proxy is preferred.
             * @enum {string|null}
             */
            ingested_rendition?: "proxy" | "original" | null;
            /** @description Page of the asset in iconik. */
            iconik_url?: string | null;
            /** @description Id that another system gave the asset. */
            external_id?: string | null;
            /** @description Id of the user in iconik who made the asset. */
            created_by_user?: string | null;
            /** @description Custom fields of the asset by name. */
            iconik_metadata?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description Files that are processed alike. */
        Collection: {
            /** @description UUID of the collection. */
            id: string;
            /**
             * @description Always `collection`.
             * @enum {string}
             */
            object: "collection";
            /** @description Name, which no other collection of the account has. */
            name: string;
            /** @description What the collection is for; null if nobody said. */
            description?: string | null;
            /**
             * @description What is made of the files in the collection; for type `metadata`, only what is said of them is indexed.
             * @enum {string}
             */
            collection_type: "media-descriptions" | "entities" | "rich-transcripts" | "face-analysis" | "metadata" | "moments";
            /** @description What to look for, in collections of type `moments`. */
            moments_config?: {
                /** @description The criteria, and how far the files of the collection have been searched. */
                criteria?: components["schemas"]["MomentCriterionAttachment"][];
            };
            /** @description What to extract, in collections of type `entities`. */
            extract_config?: {
                /** @description What to extract, in plain words. Either this or `schema` is needed. */
                prompt?: string;
                /** @description The JSON that is wanted, as a schema. Either this or `prompt` is needed. */
                schema?: Record<string, unknown>;
                /** @description Whether to extract once for the whole video. Not together with the level of segments. */
                enable_video_level_entities?: boolean;
                /** @description Whether to extract for each segment. Not together with the level of the video. */
                enable_segment_level_entities?: boolean;
                /** @description Whether to extract from the transcript alone. */
                enable_transcript_mode?: boolean;
                /** @description Whether to extract from the metadata of the file alone, without its media. Not together with `enable_transcript_mode`. */
                enable_metadata_mode?: boolean;
            };
            /** @description What to write down, in collections of type `rich-transcripts`. */
            transcribe_config?: {
                /** @description Whether to write titles and summaries, of the whole and of each segment. */
                enable_summary?: boolean;
                /** @description Whether to write down what is said. */
                enable_speech?: boolean;
                /** @description Whether to read text in the picture. */
                enable_scene_text?: boolean;
                /** @description Whether to describe the picture. */
                enable_visual_scene_description?: boolean;
                /** @description Whether to describe sounds. */
                enable_audio_description?: boolean;
            };
            /** @description What to describe, in collections of type `media-descriptions`. */
            describe_config?: {
                /** @description Whether to write titles and summaries, of the whole and of each segment. */
                enable_summary?: boolean;
                /** @description Whether to write down what is said. */
                enable_speech?: boolean;
                /** @description Whether to read text in the picture. */
                enable_scene_text?: boolean;
                /** @description Whether to describe the picture. */
                enable_visual_scene_description?: boolean;
                /** @description Whether to describe sounds. */
                enable_audio_description?: boolean;
                /** @description Guidance for the descriptions, in plain words. It cannot be changed later. */
                prompt?: string;
            };
            default_segmentation_config?: components["schemas"]["SegmentationConfig"];
            default_thumbnails_config?: components["schemas"]["ThumbnailsConfig"];
            /** @description How to look for faces, in collections of type `face-analysis`. */
            face_detection_config?: {
                frame_extraction_config?: {
                    /**
                     * @description How frames are chosen.
                     * @enum {string}
                     */
                    strategy: "uniform";
                    uniform_config?: {
                        /** @description Frames for each second of video. */
                        frames_per_second?: number;
                        /** @description Width in pixels that frames are scaled down to; their shape stays. */
                        max_width?: number;
                    };
                };
                thumbnails_config?: {
                    /** @description Whether to keep a small picture of each frame. */
                    enable_frame_thumbnails?: boolean;
                };
            } | null;
            /** @description When the collection was made, in milliseconds since the Unix epoch. */
            created_at: number;
            /** @description How many files it holds. */
            file_count: number;
        };
        /** @description One page of collections. */
        CollectionList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description The collections, newest first unless the query says otherwise. */
            data: components["schemas"]["Collection"][];
            /** @description How many collections match in all. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many matches were skipped before the first. */
            offset: number;
        };
        /** @description Says that a collection is gone. */
        CollectionDelete: {
            /** @description UUID that the collection had. */
            id: string;
            /**
             * @description Always `collection`.
             * @enum {string}
             */
            object: "collection";
        };
        /** @description The collection to make. Of the settings, only those of its type count. */
        NewCollection: {
            /**
             * @description What is made of the files in the collection. `media-descriptions`: speech, picture and text, described; `entities`: data of a shape that you choose; `rich-transcripts`: an older kind of description; `face-analysis`: faces, to be found again; `metadata`: an index of what is said of the files, without their media; `moments`: passages that meet your criteria.
             * @enum {string}
             */
            collection_type: "media-descriptions" | "entities" | "rich-transcripts" | "face-analysis" | "metadata" | "moments";
            moments_config?: components["schemas"]["MomentsConfig"];
            /** @description Name, which no other collection of the account may have. */
            name: string;
            /** @description What the collection is for. */
            description?: string | null;
            /** @description What to describe; for type `media-descriptions` only. */
            describe_config?: {
                /** @description Whether to write titles and summaries, of the whole and of each segment. */
                enable_summary?: boolean;
                /** @description Whether to write down what is said. */
                enable_speech?: boolean;
                /** @description Whether to read text in the picture. */
                enable_scene_text?: boolean;
                /** @description Whether to describe the picture. */
                enable_visual_scene_description?: boolean;
                /** @description Whether to describe sounds. */
                enable_audio_description?: boolean;
                /** @description Guidance for the descriptions, in plain words. It cannot be changed later. */
                prompt?: string;
            };
            /** @description What to extract; for type `entities` only, which needs it. */
            extract_config?: {
                /** @description What to extract, in plain words. Either this or `schema` is needed. */
                prompt?: string;
                /** @description The JSON that is wanted, as a schema. Either this or `prompt` is needed. */
                schema?: Record<string, unknown>;
                /** @description Whether to extract once for the whole video. Not together with the level of segments. */
                enable_video_level_entities?: boolean;
                /** @description Whether to extract for each segment. Not together with the level of the video. */
                enable_segment_level_entities?: boolean;
                /** @description Whether to extract from the transcript alone. */
                enable_transcript_mode?: boolean;
                /** @description Whether to extract from the metadata of the file alone, without its media. Not together with `enable_transcript_mode`. */
                enable_metadata_mode?: boolean;
            };
            /** @description What to write down; for type `rich-transcripts` only. */
            transcribe_config?: {
                /** @description Whether to write titles and summaries, of the whole and of each segment. */
                enable_summary?: boolean;
                /** @description Whether to write down what is said. */
                enable_speech?: boolean;
                /** @description Whether to read text in the picture. */
                enable_scene_text?: boolean;
                /** @description Whether to describe the picture. */
                enable_visual_scene_description?: boolean;
                /** @description Whether to describe sounds. */
                enable_audio_description?: boolean;
            };
            default_segmentation_config?: components["schemas"]["DefaultSegmentationConfig"];
            default_thumbnails_config?: components["schemas"]["ThumbnailsConfig"];
            /** @description How to look for faces; for type `face-analysis` only. */
            face_detection_config?: {
                frame_extraction_config?: {
                    /**
                     * @description How frames are chosen.
                     * @enum {string}
                     */
                    strategy: "uniform";
                    uniform_config?: {
                        /** @description Frames for each second of video. */
                        frames_per_second?: number;
                        /** @description Width in pixels that frames are scaled down to; their shape stays. */
                        max_width?: number;
                    };
                };
                thumbnails_config?: {
                    /** @description Whether to keep a small picture of each frame. */
                    enable_frame_thumbnails?: boolean;
                };
            };
        };
        /** @description What to change; a field that is left out stays as it is. */
        CollectionUpdate: {
            /** @description The new name, which no other collection of the account may have. */
            name?: string;
            /** @description What the collection is for. */
            description?: string;
        };
        /** @description A JSON Schema of the properties that are wanted. */
        MomentSchemaDefinition: {
            [key: string]: unknown;
        };
        /** @description What a passage must meet to be a moment. */
        MomentCriterion: {
            /** @description Name of the criterion, in lower case. */
            name: string;
            /** @description What to look for, in plain words. */
            instructions: string;
            moment_schema?: components["schemas"]["MomentSchemaDefinition"];
            finding_schema?: components["schemas"]["MomentSchemaDefinition"];
            /** @description Points in time to note of each moment, by name. */
            anchors?: {
                [key: string]: {
                    /** @description Whether each moment must have it. */
                    required?: boolean;
                    /** @description What the point is. */
                    description?: string;
                };
            };
            /** @description How moments are scored. */
            scoring?: {
                /** @description Name of the score. */
                key: string;
                /** @description Lowest score. */
                min: number;
                /** @description Highest score. */
                max: number;
                /** @description Whether a higher score is better. */
                higher_is_better?: boolean;
                /** @description What the score means. */
                description?: string;
            };
        };
        /** @description A criterion, and how to look for it in the files of a collection. */
        NewMomentCriterionAttachment: {
            criterion: components["schemas"]["MomentCriterion"];
            /** @description What must be known of a file before it is searched. */
            signals_required?: ("speech" | "visual_scene_description" | "scene_text" | "audio_description")[];
            /**
             * @description How moments are cut.
             * @enum {string}
             */
            boundary_policy?: "sentence" | "tight" | "loose";
            /** @description Whose words count. */
            speaker_filter?: {
                /** @description Speakers who count; all unless given. */
                include?: string[];
                /** @description Speakers who do not count. */
                exclude?: string[];
                /**
                 * @description Whether any or all of the speakers must be heard.
                 * @enum {string}
                 */
                match?: "any" | "all";
            };
            /** @description Length that a moment has at least, in seconds. */
            min_duration_seconds?: number;
            /** @description Length that a moment has at most, in seconds. */
            max_duration_seconds?: number;
        };
        /** @description What to look for; for type `moments` only, which needs it. */
        MomentsConfig: {
            /** @description The criteria, at least one. */
            criteria: components["schemas"]["NewMomentCriterionAttachment"][];
        };
        /** @description A criterion of a collection, and how far its files have been searched. */
        MomentCriterionAttachment: {
            /**
             * Format: uuid
             * @description UUID of the attachment.
             */
            attachment_id: string;
            /** @description Name of the criterion. */
            criterion_name: string;
            /** @description Hash of the criterion; equal criteria have equal hashes. */
            criterion_hash: string;
            criterion?: components["schemas"]["MomentCriterion"];
            /** @description How it is looked for. */
            options?: {
                signals_required?: string[];
                /** @enum {string} */
                boundary_policy?: "sentence" | "tight" | "loose";
                speaker_filter?: {
                    [key: string]: unknown;
                };
                min_duration_seconds?: number;
                max_duration_seconds?: number;
            };
            /**
             * @description How far the files that were there already have been searched.
             * @enum {string}
             */
            backfill_status: "pending" | "processing" | "completed" | "completed_with_failures";
            /** @description How many files there are to search. */
            files_total?: number;
            /** @description How many have been searched. */
            files_completed?: number;
            /** @description How many could not be searched. */
            files_failed?: number;
            /** @description When the criterion was attached, in milliseconds since the Unix epoch. */
            created_at?: number;
        };
        /** @description The file to add, by its id or by a URL, and how it is cut into segments. */
        AddCollectionFile: ({
            /** @description UUID of a file of the account. */
            file_id: string;
        } | {
            /** @description What to make a file of, if there is none of it yet: a YouTube, TikTok or Loom video, a direct http(s) link to media, a Dropbox share link, the URI of an item of a connector, or the `cloudglue://files/<id>` of a file. A URI of a connector goes through the oldest connector of its type. */
            url: string;
        }) & components["schemas"]["FileSegmentationConfig"] & {
            thumbnails_config?: components["schemas"]["ThumbnailsConfig"];
            /** @description Notes of any shape, merged into the metadata of the file. For type `metadata` only. */
            metadata?: Record<string, unknown>;
        };
        /** @description The YouTube video to add, and how it is cut into segments. */
        AddYouTubeVideo: {
            /** @description A YouTube URL. */
            url: string;
            /** @description Notes of any shape for the new file. */
            metadata?: Record<string, unknown>;
        } & components["schemas"]["FileSegmentationConfig"];
        /** @description A file in a collection, and how far it has come there. */
        CollectionFile: {
            /** @description UUID of the collection. */
            collection_id: string;
            /** @description UUID of the file. */
            file_id: string;
            /**
             * @description Always `collection_file`.
             * @enum {string}
             */
            object: "collection_file";
            /** @description When the file was added, in milliseconds since the Unix epoch. */
            added_at: number;
            /**
             * @description How far the file has come in this collection: never further than the file itself.
             * @enum {string}
             */
            status: "pending" | "processing" | "completed" | "failed" | "not_applicable";
            /**
             * @description Whether search finds the file yet; it may lag behind `status`. Only in collections of type `media-descriptions`, `rich-transcripts`, `metadata` and `entities`.
             * @enum {string}
             */
            searchable_status?: "pending" | "processing" | "completed" | "failed";
            file?: components["schemas"]["File"];
            /** @description How the file was cut. Missing until it is. */
            segmentation?: {
                /**
                 * Format: uuid
                 * @description UUID of the segmentation.
                 */
                id: string;
                /**
                 * @description How far the cutting has come.
                 * @enum {string}
                 */
                status: "pending" | "processing" | "completed" | "failed" | "not_applicable";
                /**
                 * Format: uuid
                 * @description UUID of the file.
                 */
                file_id: string;
                segmentation_config: components["schemas"]["SegmentationConfig"];
            };
        };
        /** @description One page of the files in a collection. */
        CollectionFileList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description The files, newest first unless the query says otherwise. */
            data: components["schemas"]["CollectionFile"][];
            /** @description How many files match in all. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many matches were skipped before the first. */
            offset: number;
        };
        /** @description Says that a file is no longer in a collection. The file itself stays. */
        CollectionFileDelete: {
            /** @description UUID of the collection. */
            collection_id: string;
            /** @description UUID of the file. */
            file_id: string;
            /**
             * @description Always `collection_file`.
             * @enum {string}
             */
            object: "collection_file";
        };
        /** @description How the file is cut into segments, if otherwise than the collection says. */
        FileSegmentationConfig: {
            /**
             * Format: uuid
             * @description UUID of a segmentation that exists already. Not together with `segmentation_config`.
             */
            segmentation_id?: string;
            segmentation_config?: components["schemas"]["SegmentationConfig"];
        };
        /** @description How a video is cut into segments: a strategy, and the settings of that strategy alone. Start and end can narrow it to a part of the video. */
        SegmentationConfig: {
            /**
             * @description How to cut. It decides which of the settings below must be given.
             * @enum {string}
             */
            strategy: "uniform" | "shot-detector" | "manual" | "narrative";
            uniform_config?: components["schemas"]["SegmentationUniformConfig"];
            shot_detector_config?: components["schemas"]["SegmentationShotDetectorConfig"];
            manual_config?: components["schemas"]["SegmentationManualConfig"];
            narrative_config?: components["schemas"]["NarrativeConfig"];
            keyframe_config?: components["schemas"]["KeyframeConfig"];
            /** @description Where to begin, in seconds from the start. */
            start_time_seconds?: number;
            /** @description Where to end, in seconds from the start. */
            end_time_seconds?: number;
        };
        /** @description How the videos of a collection are cut into segments unless one of them is added with another way. Cuts made by hand fit one video only, so they are not among the strategies. */
        DefaultSegmentationConfig: {
            /**
             * @description How to cut. It decides which of the settings below must be given.
             * @enum {string}
             */
            strategy: "uniform" | "shot-detector" | "narrative";
            uniform_config?: components["schemas"]["SegmentationUniformConfig"];
            shot_detector_config?: components["schemas"]["SegmentationShotDetectorConfig"];
            narrative_config?: components["schemas"]["NarrativeConfig"];
            keyframe_config?: components["schemas"]["KeyframeConfig"];
            /** @description Where to begin, in seconds from the start. */
            start_time_seconds?: number;
            /** @description Where to end, in seconds from the start. */
            end_time_seconds?: number;
        };
        /** @description Segments of one length. */
        SegmentationUniformConfig: {
            /** @description Length of a segment in seconds. */
            window_seconds: number;
            /** @description Seconds from the start of one segment to that of the next; the length of a segment if left out. Less than that, and segments overlap. */
            hop_seconds?: number;
        };
        /** @description Segments that follow the cuts of the picture. */
        SegmentationShotDetectorConfig: {
            /** @description How much must change for a cut: less gives more segments; 27 if left out. Counts for the detector `content` only. */
            threshold?: number | null;
            /** @description Length that a shot has at least, in seconds; 0.6 if left out. */
            min_seconds?: number | null;
            /** @description Length that a shot has at most, in seconds; 300 if left out. */
            max_seconds?: number | null;
            /**
             * @description `adaptive` suits a camera that moves, `content` one that stands.
             * @enum {string}
             */
            detector: "adaptive" | "content";
            /** @description Whether what lies between shots becomes segments too; true if left out. */
            fill_gaps?: boolean;
        };
        /** @description Segments that somebody chose. */
        SegmentationManualConfig: {
            /** @description The segments. */
            segments: {
                /** @description Where it begins, in seconds from the start. */
                start_time?: number;
                /** @description Where it ends, in seconds from the start. */
                end_time?: number;
            }[];
        };
        /** @description Chapters that follow what is told. */
        NarrativeConfig: {
            /** @description Guidance in plain words. */
            prompt?: string;
            /**
             * @description What to go by. `comprehensive` looks at the picture, and so takes neither YouTube nor sound alone; `balanced`, the default, takes anything; `transcript` goes by speech alone.
             * @enum {string}
             */
            strategy?: "comprehensive" | "balanced" | "transcript";
            /** @description Chapters that are wanted. */
            number_of_chapters?: number;
            /** @description Chapters that there must be at least. */
            min_chapters?: number;
            /** @description Chapters that there may be at most. */
            max_chapters?: number;
        };
        /** @description Pictures that stand for a segment. Not for YouTube. */
        KeyframeConfig: {
            /** @description Pictures for each segment. */
            frames_per_segment: number;
            /** @description Width in pixels that they are scaled down to. */
            max_width?: number;
        };
        /** @description Small pictures of segments. */
        ThumbnailsConfig: {
            /** @description Whether to make one for each segment. */
            enable_segment_thumbnails: boolean;
        };
        /** @description What to list; each set is one pass through the connector, and no other keys are allowed. A key that the type of the connector does not know is an error. */
        MetadataImportFilterSet: {
            /** @description First day to list, written YYYY-MM-DD, in UTC. */
            from?: string;
            /** @description Last day to list, written YYYY-MM-DD, in UTC. */
            to?: string;
            /** @description Folder of google-drive, of which the files directly in it are listed; all folders unless given. */
            folder_id?: string;
            /** @description Folder of dropbox, of which the files directly in it are listed; the root unless given. */
            path?: string;
            /**
             * @description Whether to list everything below `path`, or in the whole account without it, of dropbox.
             * @enum {string}
             */
            recursive?: "true" | "false";
            /** @description Text that the title or name must contain. */
            title_search?: string;
            /** @description Team of grain, by id or by name. */
            team?: string;
            /** @description Meeting type of grain, by id or by name. */
            meeting_type?: string;
        };
        /** @description The import to make. It cannot be changed later. */
        CreateMetadataImportRequest: {
            /** @description Name of the import. */
            name: string;
            /**
             * Format: uuid
             * @description UUID of the connector to list.
             */
            connector_id: string;
            /** @description What to list; everything unless given. Files that several sets find count once. */
            filters?: components["schemas"]["MetadataImportFilterSet"][];
            /**
             * @description What a run does unless told otherwise: `append`, the default, brings in new files and those that failed before; `refresh` brings everything up to date.
             * @enum {string}
             */
            default_mode?: "append" | "refresh";
            /** @description Whether a refresh run removes files of this import that are no longer listed; false unless given. */
            delete_missing?: boolean;
            /** @description List requests per second to the provider. Lowered to what the provider allows when a run starts. */
            rate_limit?: number;
            /** @description Whether to start a run at once; true unless given. */
            start?: boolean;
            /** @description How many files a run lists at most. */
            max_files?: number;
            /** @description Whether to copy the pictures that the provider has as thumbnails, of grain, iconik, google-drive and dropbox. They may be there a moment after a file is indexed. For `metadata` imports only. */
            include_thumbnails?: boolean;
            /** @description Whether to ask the provider, once files are indexed, for what its listings leave out: gong for parties and Call Spotlight, dropbox for `media_info`. For `metadata` imports only. */
            enrich_metadata?: boolean;
        };
        /** @description What this run does otherwise than its import says. */
        CreateMetadataImportRunRequest: {
            /**
             * @description As `default_mode` of the import.
             * @enum {string}
             */
            mode?: "append" | "refresh";
            /** @description As in the import. */
            delete_missing?: boolean;
            /** @description As in the import. */
            max_files?: number;
            /** @description As in the import. */
            include_thumbnails?: boolean;
            /** @description As in the import. */
            enrich_metadata?: boolean;
        };
        /** @description What to bring into a collection, and from where. */
        MetadataImport: {
            /**
             * @description Always `metadata_import`.
             * @enum {string}
             */
            object?: "metadata_import";
            /**
             * Format: uuid
             * @description UUID of the import.
             */
            id?: string;
            /**
             * Format: uuid
             * @description UUID of the collection.
             */
            collection_id?: string;
            /**
             * Format: uuid
             * @description UUID of the connector.
             */
            connector_id?: string;
            /**
             * @description `metadata` in collections of that type, `media` in all others. It never changes.
             * @enum {string}
             */
            import_type?: "metadata" | "media";
            /** @description Name of the import. */
            name?: string;
            /** @description What is listed. */
            filters?: components["schemas"]["MetadataImportFilterSet"][];
            /**
             * @description What a run does unless told otherwise.
             * @enum {string}
             */
            default_mode?: "append" | "refresh";
            /** @description Whether a refresh run removes what is no longer listed. */
            delete_missing?: boolean;
            /** @description Requests per second to the provider; null for the default of its type. */
            rate_limit?: number | null;
            /** @description When the import was made, in milliseconds since the Unix epoch. */
            created_at?: number;
            /** @description The newest run; null if there was none. */
            latest_run?: components["schemas"]["MetadataImportRun"] | null;
            /** @description How many files a run lists at most; null for no limit. */
            max_files?: number | null;
            /** @description Whether thumbnails are taken over. */
            include_thumbnails?: boolean;
            /** @description Whether the provider is asked for more on each file. */
            enrich_metadata?: boolean;
        };
        /** @description An import with one page of its runs. */
        MetadataImportDetail: {
            /**
             * @description Always `metadata_import`.
             * @enum {string}
             */
            object?: "metadata_import";
            /**
             * Format: uuid
             * @description UUID of the import.
             */
            id?: string;
            /**
             * Format: uuid
             * @description UUID of the collection.
             */
            collection_id?: string;
            /**
             * Format: uuid
             * @description UUID of the connector.
             */
            connector_id?: string;
            /**
             * @description `metadata` in collections of that type, `media` in all others. It never changes.
             * @enum {string}
             */
            import_type?: "metadata" | "media";
            /** @description Name of the import. */
            name?: string;
            /** @description What is listed. */
            filters?: components["schemas"]["MetadataImportFilterSet"][];
            /**
             * @description What a run does unless told otherwise.
             * @enum {string}
             */
            default_mode?: "append" | "refresh";
            /** @description Whether a refresh run removes what is no longer listed. */
            delete_missing?: boolean;
            /** @description Requests per second to the provider; null for the default of its type. */
            rate_limit?: number | null;
            /** @description When the import was made, in milliseconds since the Unix epoch. */
            created_at?: number;
            /** @description Runs, newest first. */
            runs?: components["schemas"]["MetadataImportRun"][];
            /** @description How many runs there were in all. */
            total_runs?: number;
            /** @description How many runs this answer may have. */
            limit?: number;
            /** @description How many runs were skipped before the first. */
            offset?: number;
            /** @description How many files a run lists at most; null for no limit. */
            max_files?: number | null;
            /** @description Whether thumbnails are taken over. */
            include_thumbnails?: boolean;
            /** @description Whether the provider is asked for more on each file. */
            enrich_metadata?: boolean;
        };
        /** @description One page of imports. */
        MetadataImportList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object?: "list";
            /** @description The imports, newest first. */
            data?: components["schemas"]["MetadataImport"][];
            /** @description How many imports the collection has. */
            total?: number;
            /** @description How many imports this answer may have. */
            limit?: number;
            /** @description How many imports were skipped before the first. */
            offset?: number;
        };
        /** @description Says that an import is gone. Files that it brought in stay. */
        MetadataImportDelete: {
            /**
             * @description Always `metadata_import`.
             * @enum {string}
             */
            object?: "metadata_import";
            /**
             * Format: uuid
             * @description UUID that the import had.
             */
            id?: string;
            /**
             * @description Always true.
             * @enum {boolean}
             */
            deleted?: true;
        };
        /** @description One run of an import. */
        MetadataImportRun: {
            /**
             * @description Always `metadata_import_run`.
             * @enum {string}
             */
            object?: "metadata_import_run";
            /**
             * Format: uuid
             * @description UUID of the run.
             */
            id?: string;
            /**
             * Format: uuid
             * @description UUID of the import.
             */
            import_id?: string;
            /**
             * @description `metadata` in collections of that type, `media` in all others. It never changes.
             * @enum {string}
             */
            import_type?: "metadata" | "media";
            /**
             * @description What the run does.
             * @enum {string}
             */
            mode?: "append" | "refresh";
            /** @description Whether the run removes what is no longer listed. */
            delete_missing?: boolean;
            /**
             * @description How far the run has come.
             * @enum {string}
             */
            status?: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress?: components["schemas"]["MetadataImportRunProgress"];
            /** @description Why the run failed or stopped; null if it did not. */
            error?: string | null;
            /** @description When the run began, in milliseconds since the Unix epoch; null until then. */
            started_at?: number | null;
            /** @description When the run ended, in milliseconds since the Unix epoch; null until then. */
            completed_at?: number | null;
            /** @description When the run was asked for, in milliseconds since the Unix epoch. */
            created_at?: number;
            /** @description How many files a run lists at most; null for no limit. */
            max_files?: number | null;
            /** @description Whether thumbnails are taken over. */
            include_thumbnails?: boolean;
            /** @description Whether the provider is asked for more on each file. */
            enrich_metadata?: boolean;
        };
        /** @description What a run has done so far. */
        MetadataImportRunProgress: {
            /** @description Pages of the connector that were read. */
            pages_listed?: number;
            /** @description Files on them. */
            files_listed?: number;
            /** @description Files that the run made. */
            files_created?: number;
            /** @description Files that a refresh run brought up to date. */
            files_updated?: number;
            /** @description Files that an append run left as they were. */
            files_skipped?: number;
            /** @description Files that could not be brought in. */
            files_failed?: number;
            /** @description Files that end as indexed, imported or failed. */
            files_queued?: number;
            /** @description Files whose metadata has been indexed, in `metadata` imports. */
            files_indexed?: number;
            /** @description Files whose media is processed, in `media` imports. */
            files_imported?: number;
            /** @description Files that were removed because they are no longer listed. */
            files_removed?: number;
            /** @description Files that were given what listings leave out, by runs with `enrich_metadata`. */
            files_enriched?: number;
        };
        /** @description A label of a file or of a segment. */
        VideoTag: {
            /**
             * Format: uuid
             * @description UUID of the tag.
             */
            id: string;
            /** @description What the tag is about, such as `topic`. */
            label: string;
            /** @description What it says, such as `pricing`. */
            value: string;
            /**
             * @description Whether the tag is of a file or of a segment.
             * @enum {string}
             */
            type: "file" | "segment";
            /**
             * Format: uuid
             * @description UUID of the file.
             */
            file_id: string;
            /**
             * Format: uuid
             * @description UUID of the segment, if the tag is of one.
             */
            segment_id?: string;
        };
        /** @description The tag to make. */
        CreateVideoTagRequest: {
            /** @description What the tag is about, such as `topic`. */
            label: string;
            /** @description What it says, such as `pricing`. */
            value: string;
            /**
             * Format: uuid
             * @description UUID of the file.
             */
            file_id: string;
            /**
             * Format: uuid
             * @description UUID of the segment, if the tag is of one.
             */
            segment_id?: string;
        };
        /** @description What to change: at least one of both. */
        UpdateVideoTagRequest: {
            /** @description What the tag is about, such as `topic`. */
            label?: string;
            /** @description What it says, such as `pricing`. */
            value?: string;
        };
        /** @description What every page of tags tells. */
        PaginationResponse: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description How many tags match in all. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many matches were skipped before the first. */
            offset: number;
        };
        /** @description One page of tags. */
        ListVideoTagsResponse: components["schemas"]["PaginationResponse"] & {
            /** @description The tags. */
            data?: components["schemas"]["VideoTag"][];
        };
        /** @description An address that is told of events. */
        Webhook: {
            /** @description UUID of the webhook. */
            id: string;
            /**
             * @description Always `webhook`.
             * @enum {string}
             */
            object: "webhook";
            /** @description When the webhook was made, in milliseconds since the Unix epoch. */
            created_at: number;
            /** @description Comes with each delivery in the header `X-Cloudglue-Webhook-Secret`, so that the receiver can tell who sent it. */
            webhook_secret: string;
            /** @description Where events are sent. */
            endpoint: string;
            /** @description Whether events are sent at all. */
            active: boolean;
            /** @description What the webhook is for. */
            description?: string;
            /** @description The events that are sent. */
            subscribed_events: components["schemas"]["WebhookEvents"][];
            /** @description Why this mock sends nothing to the endpoint. Missing where it does, and always missing in the real API. */
            delivery_warning?: string;
        };
        /** @description One page of webhooks. */
        WebhookList: {
            /**
             * @description Always `list`.
             * @enum {string}
             */
            object: "list";
            /** @description The webhooks, newest first unless the query says otherwise. */
            data: components["schemas"]["Webhook"][];
            /** @description How many webhooks match in all. */
            total: number;
            /** @description How many of them this answer holds. */
            limit: number;
            /** @description How many matches were skipped before the first. */
            offset: number;
        };
        /**
         * @description What a webhook can be told of. This mock sends those of files and of files in collections; no job of the others ever runs here.
         * @enum {string}
         */
        WebhookEvents: "describe.job.processing" | "describe.job.completed" | "describe.job.failed" | "extract.job.processing" | "extract.job.completed" | "extract.job.failed" | "file.job.processing" | "file.job.completed" | "file.job.failed" | "file.job.deleted" | "collection.file.job.processing" | "collection.file.job.completed" | "collection.file.job.failed" | "collection.file.job.deleted" | "segment.job.processing" | "segment.job.completed" | "segment.job.failed" | "find_moments.job.processing" | "find_moments.job.completed" | "find_moments.job.failed";
        /** @description The webhook to make. */
        WebhookCreateRequest: {
            /** @description What it is for. */
            description?: string;
            /** @description An http or https URL to send events to. */
            endpoint?: string;
            /** @description The events to send, at least one. */
            subscribed_events?: components["schemas"]["WebhookEvents"][];
        };
        /** @description What to change; a field that is left out stays as it is. */
        WebhookUpdateRequest: {
            /** @description What it is for. */
            description?: string;
            /** @description An http or https URL to send events to. */
            endpoint?: string;
            /** @description The events to send, at least one. */
            subscribed_events?: components["schemas"]["WebhookEvents"][];
            /** @description Whether to send events at all. */
            active?: boolean;
        };
        /** @description Says that a webhook is gone. */
        WebhookDeleteResponse: {
            /** @description UUID that the webhook had. */
            id: string;
            /**
             * @description Always `webhook`.
             * @enum {string}
             */
            object: "webhook";
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
            /** @description Criteria on the source metadata of the file. */
            source_metadata?: {
                /** @description Keys joined by dots: `topic`, `parties.name`. Through a list, any of its elements may fit. */
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
        /** @description The account has no such collection, or the collection no such import or run. */
        NoImport: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong that should not have; a run that could not be started is there as `failed`. */
        ImportFailed: {
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
        /** @description UUID of the file. */
        FileUuid: string;
        /** @description UUID of the collection. */
        CollectionId: string;
        /** @description UUID of the collection. */
        CollectionUuid: string;
        /** @description UUID of the import. */
        ImportId: string;
        /** @description UUID of the run. */
        RunId: string;
        /** @description UUID of the tag. */
        TagId: string;
        /** @description UUID of the webhook. */
        WebhookId: string;
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
                /** @description First day to list, written YYYY-MM-DD, in UTC. Ignored by s3 and gcs. Without it, zoom and gong list the last six months. */
                from?: string;
                /** @description Last day to list, written YYYY-MM-DD, in UTC; the day itself is included. Ignored by s3 and gcs. */
                to?: string;
                /** @description Folder to list, as in the `metadata.folder_id` of its entry; the root if left out. Counts for google-drive. */
                folder_id?: string;
                /** @description Folder to list, as in the `metadata.path` of its entry; the root if left out. Counts for dropbox. */
                path?: string;
                /** @description `true` lists everything below `path`, folders included, instead of its direct children. Counts for dropbox; the default is `false`. */
                recursive?: "true" | "false";
                /** @description Bucket to list. Must be given for s3 and gcs, where it counts. */
                bucket?: string;
                /** @description What keys must begin with; the next `/` after it makes a folder. Counts for s3 and gcs. */
                prefix?: string;
                /** @description Text that the title or name must contain, in any case. Google Drive lists all folders anyway; iconik does a full-text search of titles. Ignored by recall, s3 and gcs. */
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
                    /** @description URI of the item, in a form that the type of the connector accepts. s3: `s3://<bucket>/<key>`; gcs: `gs://<bucket>/<key>`; google-drive: `gdrive://file/<id>`, or a link with `/file/d/<id>` or `/open?id=<id>`; dropbox: `dropbox://<path>`, or a share link with `/scl/fi/` or `/s/`; zoom: `zoom://uuid/<uuid>`, `zoom://id/<meeting id>`, or a join, recording or share link; grain: `grain://recording/<id>`; gong: `gong://call/<id>`; recall: `recall://recording/<id>`; iconik: `iconik://asset/<id>`. */
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
            /** @description The provider failed, could not be reached, or gave an answer that makes no sense. */
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
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file, and what to note about it. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"];
            };
        };
        responses: {
            /** @description The file that was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description The body is no multipart, has no file, or its metadata is broken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The file is none of video, audio and image. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A limit of the account is reached. */
            429: {
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
    syncFileFromUrl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The URL to sync. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description A direct http(s) link to a video, audio or image file; a Dropbox share link with `/scl/fi/` or `/s/`; a TikTok video as `https://www.tiktok.com/@<user>/video/<id>` or a short link of `vm.tiktok.com` or `vt.tiktok.com`; a Loom recording as `https://www.loom.com/share/<id>`. */
                    url: string;
                    /** @description Notes of any shape; ignored if the URL has a file already. */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Whether to make a small picture of each segment.
                     * @default true
                     */
                    enable_segment_thumbnails?: boolean;
                };
            };
        };
        responses: {
            /** @description The file of the URL, new or already there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description The URL is malformed, a page that has no media file, or one for another endpoint. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The credits of the account are used up. TikTok videos cost some. */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The item is there, but a login, a password, an expiry or a restriction keeps it from the public. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The URL leads nowhere. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The URL leads to something else than video, audio or an image. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A limit of the account is reached. */
            429: {
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
    syncFileSourceMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file with its new source metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description The file has no connector URI, its source tells nothing, or the account has no connector of its type. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
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
        };
    };
    listFileTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVideoTagsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /** @description How many collections to return at most: 50 unless given, 100 at the utmost. */
                limit?: number;
                /** @description How many matching collections to skip; 0 unless given. */
                offset?: number;
                /** @description What to order by: the date, unless given. */
                order?: "name" | "created_at";
                /** @description Which way to order: `desc`, unless given. */
                sort?: "asc" | "desc";
                /** @description Only collections of this type. */
                collection_type?: "media-descriptions" | "entities" | "rich-transcripts" | "face-analysis" | "metadata" | "moments";
                /** @description Only collections made after this moment, written as ISO 8601. */
                created_after?: string;
                /** @description Only collections made before this moment, written as ISO 8601. */
                created_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the matching collections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["UnexpectedError"];
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The collection to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCollection"];
            };
        };
        responses: {
            /** @description The collection that was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
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
            /** @description Another collection of the account has that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A limit of the account is reached. */
            429: {
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
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection. */
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
    updateCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionUpdate"];
            };
        };
        responses: {
            /** @description The collection after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
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
            /** @description The account has no such collection. */
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
    deleteCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collection is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDelete"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection. */
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
    addMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        /** @description The file to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCollectionFile"];
            };
        };
        responses: {
            /** @description The file in the collection, new or already there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFile"];
                };
            };
            /** @description The body is malformed, the URL cannot be added, or the media does not fit the collection. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection or file, or the source no such item. */
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
    listVideos: {
        parameters: {
            query?: {
                /** @description How many files to return at most: 50 unless given, 100 at the utmost. */
                limit?: number;
                /** @description How many matching files to skip; 0 unless given. */
                offset?: number;
                /** @description Only files with this status in the collection. */
                status?: "pending" | "processing" | "completed" | "failed" | "not_applicable";
                /** @description Only files added before this day began, written YYYY-MM-DD, in UTC. */
                added_before?: string;
                /** @description Only files added since this day began, written YYYY-MM-DD, in UTC. */
                added_after?: string;
                /** @description What to order by: the date, unless given. */
                order?: "added_at" | "filename";
                /** @description Which way to order: `desc`, unless given. */
                sort?: "asc" | "desc";
                /** @description Criteria as JSON text in the form of `SearchFilter`, all of which must hold for the file; the same as in `listFiles`. */
                filter?: string;
            };
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
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
                    "application/json": components["schemas"]["CollectionFileList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection. */
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
    addVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        /** @description The file to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCollectionFile"];
            };
        };
        responses: {
            /** @description The file in the collection, new or already there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFile"];
                };
            };
            /** @description The body is malformed, the URL cannot be added, or the media does not fit the collection. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection or file, or the source no such item. */
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
    addYouTubeVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
            };
            cookie?: never;
        };
        /** @description The video to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddYouTubeVideo"];
            };
        };
        responses: {
            /** @description The file in the collection, new or already there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFile"];
                };
            };
            /** @description The body is malformed, or the URL is none of YouTube. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection, or YouTube no such video. */
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
    getVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file in the collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFile"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection, or the collection no such file. */
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
    deleteVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionId"];
                /** @description UUID of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file is no longer in the collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFileDelete"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such collection, or the collection no such file. */
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
    listMetadataImports: {
        parameters: {
            query?: {
                /** @description How many imports to return at most, from 1 to 100; 50 unless given. */
                limit?: number;
                /** @description How many imports to skip; 0 unless given. */
                offset?: number;
            };
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImportList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            500: components["responses"]["ImportFailed"];
        };
    };
    createMetadataImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
            };
            cookie?: never;
        };
        /** @description The import to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMetadataImportRequest"];
            };
        };
        responses: {
            /** @description The import that was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImport"];
                };
            };
            /** @description The body is malformed, the account has no such connector, or the type of the connector or of the collection does not fit. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            500: components["responses"]["ImportFailed"];
        };
    };
    getMetadataImport: {
        parameters: {
            query?: {
                /** @description How many runs to return at most, from 1 to 100; 20 unless given. */
                limit?: number;
                /** @description How many runs to skip; 0 unless given. */
                offset?: number;
            };
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
                /** @description UUID of the import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImportDetail"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            500: components["responses"]["ImportFailed"];
        };
    };
    deleteMetadataImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
                /** @description UUID of the import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImportDelete"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            500: components["responses"]["ImportFailed"];
        };
    };
    createMetadataImportRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
                /** @description UUID of the import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /** @description What this run does otherwise. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateMetadataImportRunRequest"];
            };
        };
        responses: {
            /** @description The run that was started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImportRun"];
                };
            };
            /** @description The body is malformed, or asks for what the import cannot do. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            /** @description A run of the collection is active. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["ImportFailed"];
        };
    };
    cancelMetadataImportRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the collection. */
                collection_id: components["parameters"]["CollectionUuid"];
                /** @description UUID of the import. */
                import_id: components["parameters"]["ImportId"];
                /** @description UUID of the run. */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataImportRun"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoImport"];
            500: components["responses"]["ImportFailed"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Only tags of files, or only those of segments. */
                type?: "file" | "segment";
                /** @description How many tags to return, 100 at most. */
                limit?: number;
                /** @description How many matching tags to skip; 0 unless given. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the matching tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVideoTagsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The tag to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVideoTagRequest"];
            };
        };
        responses: {
            /** @description The tag that was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoTag"];
                };
            };
            /** @description The body is malformed, or has no label or value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
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
            /** @description A limit of the account is reached. */
            429: {
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
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the tag. */
                tag_id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoTag"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such tag. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the tag. */
                tag_id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVideoTagRequest"];
            };
        };
        responses: {
            /** @description The tag after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoTag"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the tag. */
                tag_id: components["parameters"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUID that the tag had. */
                        id: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such tag. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description How many webhooks to return at most: 50 unless given, 100 at the utmost. */
                limit?: number;
                /** @description How many matching webhooks to skip; 0 unless given. */
                offset?: number;
                /** @description What to order by: the date, unless given. */
                order?: "created_at";
                /** @description Which way to order: `desc`, unless given. */
                sort?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["UnexpectedError"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The webhook to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreateRequest"];
            };
        };
        responses: {
            /** @description The webhook that was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description Documented, but this mock has no use for it. */
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
    getWebhookById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such webhook. */
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
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookUpdateRequest"];
            };
        };
        responses: {
            /** @description The webhook after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such webhook. */
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
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeleteResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The account has no such webhook. */
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

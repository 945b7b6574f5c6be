// Made by `npm run generate` from openapi/admin.yaml. Never edit it by hand.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the operations of the control plane */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that the mock is up, and get its version */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the API, and what differs between two of them */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every error case, and how to provoke it */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the provider states that contracts can ask for */
        get: operations["listStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up a provider state, as requested by a verifier of Pact contracts
         * @description Acts on the account of the API key in the request, or else of the key in the parameter token. One of the two is required, and must be the key that the contracts send. The first state after a request to the API, or after a teardown, resets the account, so that the states of one interaction add up and the next interaction starts fresh. Without a body, the change is read from the query: `state`, `action`, and each parameter of the state by its name.
         */
        post: operations["setUpStates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the message of an interaction, as requested by a verifier of Pact contracts about messages
         * @description Answers the event that was sent last in the account, which a state such as `an event is sent` made happen; without one, the event that the description names. Acts on the account of the API key in the request, or else of the key in the parameter token.
         */
        post: operations["getMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts that keys were used of, without their keys */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the account's settings */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the account's settings */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the account's clock */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Start the account's clock, or stop it at the time that it shows */
        patch: operations["updateClock"];
        trace?: never;
    };
    "/clock/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Advance the clock to the next change of a file's status that is planned */
        post: operations["advanceToNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the clock forward */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Advance the clock until the status of every file is final */
        post: operations["settleClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset the account to its initial state */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take a snapshot of the account */
        get: operations["getSnapshot"];
        /** Restore a snapshot, and discard all later changes */
        put: operations["restoreSnapshot"];
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
        /** List files with all past and planned changes of their status */
        get: operations["listFilePlans"];
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
        get?: never;
        /** Force a status, or plan the changes of status to come */
        put: operations["setFilePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the deliveries of webhook events, past and pending */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the connectors */
        get: operations["listWorldConnectors"];
        put?: never;
        /** Add a connector */
        post: operations["addConnector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a connector; files synced through it stay */
        delete: operations["removeConnector"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the items of a connector, in the format of a seed file */
        get: operations["listItems"];
        /** Add an item, or replace the one with the same identity */
        put: operations["putItem"];
        post?: never;
        /** Remove an item; its file stays */
        delete: operations["removeItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the fault rules, and how often each fired */
        get: operations["listFaults"];
        put?: never;
        /** Add a fault rule */
        post: operations["addFault"];
        /** Remove every fault rule */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{fault_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a fault rule */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what clients did wrong so far */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the last requests to the API, oldest first */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        /** Clear the journal of requests */
        delete: operations["clearRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count requests to the API */
        get: operations["countRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export requests as an HTTP archive (HAR 1.2) */
        get: operations["exportRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow requests and changes of status as they happen (server-sent events) */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @enum {string} */
            type: "about:blank";
            /** @description The status in words. */
            title: string;
            status: number;
            /** @description What failed, why, and what to do next. */
            detail: string;
            /** @description The fields that are wrong. */
            errors?: {
                field: string;
                detail: string;
            }[];
        };
        Index: {
            /** @description The URL of this document. */
            document: string;
            /** @description From where the control plane can be reached, and the headers it requires. */
            access: string;
            requests: {
                /** @description Method and path, as in GET /__admin/clock. */
                request: string;
                summary: string;
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            /** @description The version of cloudglue-mock. */
            version: string;
            /** @description The version of the API's document. */
            api_version: string;
        };
        VersionList: {
            /** @description What requests are answered as, unless their account has a version of its own. */
            default: string;
            /** @description What a mock and an account can be set to, oldest first. */
            versions: string[];
            /** @description Every version that changed something. from and to take these, and any other from the oldest to the newest. */
            changed_in: string[];
            /** @description Null if no differences were asked for. */
            from: string | null;
            to: string | null;
            /** @description First what most clients of the older version notice, then by version. */
            differences: components["schemas"]["VersionDifference"][];
        };
        VersionDifference: {
            /**
             * @description Which clients of the older version notice it. every client: the same request gets another answer; strict clients: those that refuse an answer with something that the older document does not have; no client: only who asks for it meets it.
             * @enum {string}
             */
            noticed_by: "every client" | "strict clients" | "no client";
            /** @description The first version that has the change. */
            version: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            /** @description For people, as in File.media_type or listFiles query limit. */
            place: string;
            /** @description JSON pointer into openapi/cloudglue.yaml. */
            pointer: string;
            what: string;
            /** @description What the document says about it since that version. */
            text: string | null;
            /** @description Operations of the older version that it concerns. */
            operations: string[];
        };
        ProviderState: {
            /** @description The name to use in contracts. */
            name: string;
            /** @description What is true once the state is set up. */
            summary: string;
            parameters: {
                name: string;
                type: string;
                required: boolean;
                one_of?: string[];
                /** @description The value if the parameter is left out. */
                default?: unknown;
            }[];
            /** @description Names of the values that the state provides for injection. */
            gives: string[];
        };
        ProviderStateList: {
            data: components["schemas"]["ProviderState"][];
        };
        /** @description The request of a Pact verifier. Unknown fields are ignored. */
        StateChange: {
            consumer?: string;
            /** @description The name of the state; empty for an interaction without a state. Only a teardown may leave out both state and states. */
            state?: string | null;
            /** @description Names of states, as older verifiers send them. */
            states?: string[];
            /** @description The parameters of the state. */
            params?: {
                [key: string]: unknown;
            } | null;
            /**
             * @default setup
             * @enum {string}
             */
            action?: "setup" | "teardown";
        };
        /** @description The request of a Pact verifier. Unknown fields are ignored. */
        MessageRequest: {
            /** @description The description of the interaction. */
            description: string;
        };
        /** @description The body of an event. */
        EventMessage: {
            event_id: string;
            event_type: string;
            /** @description The file as it was at the event. */
            payload: {
                [key: string]: unknown;
            };
        };
        StateValues: {
            [key: string]: string;
        };
        AccountEntry: {
            /** @description The id of the account, which does not tell its key. */
            id: string;
            /** @description Another API key of the account, made of its id. It works as long as the mock has the account. */
            key: string;
            /** @description How many files it has. */
            files: number;
            /** @description Whether it is the account of this request's key. */
            own: boolean;
        };
        AccountList: {
            data: components["schemas"]["AccountEntry"][];
            total: number;
        };
        /** @description Milliseconds, or a number and a unit such as 250ms, 5s, 1.5m, 2h, 1d. */
        Duration: number | string;
        Clock: {
            /** @description Milliseconds since the Unix epoch. */
            now: number;
            /** @description The same time in ISO 8601. */
            iso: string;
            /** @description Whether the clock runs by itself. */
            runs: boolean;
        };
        Advance: {
            by: components["schemas"]["Duration"];
        };
        ClockUpdate: {
            /** @description True: the clock runs, whatever the lifecycle says; false: it stands still. */
            runs: boolean;
        };
        Advanced: {
            now: number;
            iso: string;
            runs: boolean;
            /** @description Milliseconds; 0 if no change is planned. */
            by: number;
        };
        Settled: {
            now: number;
            iso: string;
            runs: boolean;
            /** @description Ids of files that never finish. */
            unsettled: string[];
        };
        Settings: {
            /**
             * @description The version of the API that requests are answered as.
             * @enum {string}
             */
            api_version: "0.7.7" | "0.7.12" | "0.7.32";
            /**
             * @description Cannot be changed while the mock runs.
             * @enum {string}
             */
            lifecycle: "timed" | "polled" | "instant" | "manual";
            speed: number;
            /** @enum {string} */
            unknown_uris: "public" | "create" | "refuse";
            /** @enum {string} */
            uploads: "named" | "strict";
            /**
             * @description How the processing of a file ends, unless its item has another outcome; with processing, it never ends.
             * @enum {string}
             */
            outcome: "completed" | "failed" | "processing" | "not_applicable";
            /**
             * @description How connectors page what they list.
             * @enum {string}
             */
            listings: "usual" | "empty-page" | "expiring-tokens";
            credits: number;
            max_upload: number;
            webhook_hosts: string | null;
        };
        SettingsUpdate: {
            /** @description Accepted only with the current value; it cannot be changed while the mock runs. */
            lifecycle?: string;
            /** @description Accepted only with the current value; it cannot be changed while the mock runs. */
            webhook_hosts?: string | null;
            /** @enum {string} */
            api_version?: "0.7.7" | "0.7.12" | "0.7.32";
            speed?: number;
            /** @enum {string} */
            unknown_uris?: "public" | "create" | "refuse";
            /** @enum {string} */
            uploads?: "named" | "strict";
            /**
             * @description How the processing of a file ends, unless its item has another outcome; with processing, it never ends.
             * @enum {string}
             */
            outcome?: "completed" | "failed" | "processing" | "not_applicable";
            /**
             * @description How connectors page what they list.
             * @enum {string}
             */
            listings?: "usual" | "empty-page" | "expiring-tokens";
            credits?: number;
            max_upload?: number;
        };
        /** @description The state of an account, as returned by getSnapshot. */
        Snapshot: {
            format: string;
            version: number;
            advancedBy?: number;
            accounts: {
                [key: string]: Record<string, unknown>;
            };
        };
        /** @enum {string} */
        FileStatus: "pending" | "processing" | "completed" | "failed" | "not_applicable";
        FilePlan: {
            id: string;
            status: components["schemas"]["FileStatus"];
            /** @description The URI of the source item. */
            uri: string;
            /** @description Every past and planned change of the file's status. */
            steps: {
                /** @description Milliseconds since the Unix epoch; null if a read caused the change. */
                at: number | null;
                status: components["schemas"]["FileStatus"];
            }[];
        };
        FilePlanList: {
            data: components["schemas"]["FilePlan"][];
        };
        /** @description Either a status, which takes effect at once and stays, or the changes of status to come. */
        FilePlanUpdate: {
            status?: components["schemas"]["FileStatus"];
            steps?: {
                after: components["schemas"]["Duration"];
                status: components["schemas"]["FileStatus"];
            }[];
        };
        Delivery: {
            id: string;
            webhook_id: string;
            endpoint: string;
            event_id: string;
            event_type: string;
            file_id: string;
            /**
             * @description pending: being sent, or waiting for a retry; delivered: answered with 200; failed: given up after three retries; refused: the mock may not send to the host; cancelled: the webhook was removed or paused first.
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed" | "refused" | "cancelled";
            /** @description Why the delivery was refused. */
            reason?: string;
            /** @description Times are in milliseconds since the Unix epoch, on the account's clock. */
            attempts: {
                at: number;
                status: number | null;
                error: string | null;
            }[];
            payload: {
                [key: string]: unknown;
            };
        };
        DeliveryList: {
            data: components["schemas"]["Delivery"][];
            total: number;
        };
        WorldConnector: {
            id: string;
            type: string;
            /** @description The name of the provider. */
            label: string;
            /** @description The query parameters that count when the API browses it. */
            filters: string[];
            /** @description The day from which on the API lists its items where `from` is left out, by the clock of the account; null if it lists all. */
            lists_from: string | null;
            created_at: string;
            metadata: {
                [key: string]: unknown;
            };
            /** @description The number of items. */
            items: number;
        };
        WorldConnectorList: {
            data: components["schemas"]["WorldConnector"][];
        };
        /** @description A connector in the format of a seed file. */
        NewWorldConnector: {
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An item in the format of a seed file. The fields that identify it depend on the type of connector. */
        ItemSeed: {
            [key: string]: unknown;
        };
        WorldItem: {
            /** @description The canonical URI of the item. */
            uri: string;
            seed: components["schemas"]["ItemSeed"];
        };
        WorldItemList: {
            data: components["schemas"]["WorldItem"][];
        };
        /** @description A request that gets the error, as data. */
        Example: {
            [key: string]: unknown;
        };
        ErrorCommand: {
            /**
             * @description Which of the ways the command uses.
             * @enum {string}
             */
            way: "request" | "item" | "token" | "prefer" | "rule";
            /** @description A command to copy into a shell. If it sends several requests, the last one gets the error. */
            curl: string;
            /** @description The command that the mock must be started with; null if any will do. */
            start: string | null;
            /** @description The requests that the command sends, in turn. */
            requests: components["schemas"]["ErrorRequest"][];
        };
        ErrorRequest: {
            method: string;
            /** @description In braces stand fields of the answer to the request before, as in /v1/collections/{id}. */
            path: string;
            /** @description Headers beside Authorization. */
            headers: {
                [key: string]: string;
            };
            /** @description The API key that gets the error; null for none, left out if any will do. */
            key?: string | null;
            /** @description The operationId, if the request is one of the API. */
            operation?: string;
            body?: string;
            /** @description A body of this many bytes instead. */
            bytes?: number;
            /** @description The fields of a form instead; file is sent as a file named notes.txt. */
            form?: {
                [key: string]: string;
            };
        };
        ErrorCaseEntry: {
            /** @description The name in fault rules and in the header Prefer (example=). */
            name: string;
            status: number;
            cause: string;
            /** @enum {string} */
            known_from: "spec" | "sdk" | "docs" | "chosen";
            operations: string[];
            headers: {
                [key: string]: string;
            };
            example_text: string;
            ways: {
                requests: components["schemas"]["Example"][];
                /** @description URIs of seeded items that get the error. */
                items: string[];
                /** @description API keys that get the error. */
                tokens: string[];
                /** @description The Prefer header that asks for the error. */
                prefer: string | null;
                /** @description Whether a fault rule can force the error. */
                rule: boolean;
            };
            /** @description The same ways, each as a command for this mock. */
            commands: components["schemas"]["ErrorCommand"][];
        };
        ErrorCaseList: {
            data: components["schemas"]["ErrorCaseEntry"][];
        };
        /** @description * matches any text, ? any one character; a backslash before either makes it literal. */
        Pattern: string;
        /** @description Which requests to match, and what to do to them: one of error, status, rate_limit, network or drip; delay, advance and delete_file alone or together with one of these. */
        FaultRule: {
            /** @description Generated if left out. */
            id?: string;
            /** @description All given fields must match. Without it, the rule matches every request. */
            match?: {
                /** @description An operationId of the API. */
                operation?: string;
                /** @description The type of the connector in the path, or of the connector that the URI belongs to. */
                connector?: string;
                uri?: components["schemas"]["Pattern"];
                /** @description Patterns for header values, by header name. */
                header?: {
                    [key: string]: components["schemas"]["Pattern"];
                };
                /** @description Patterns for values of query parameters, by name. */
                query?: {
                    [key: string]: components["schemas"]["Pattern"];
                };
                /** @description Fire from the nth matching request on; without times, only for that one. */
                nth?: number;
                probability?: number;
            };
            /** @description An error case of the catalogue. */
            error?: string;
            /** @description The status of one of the operation's error cases. */
            status?: number;
            /** @description Seconds for the Retry-After header, instead of the default of the error case. */
            retry_after?: number;
            /** @description Real time before the answer: fixed; or uniformly distributed between min and max; or log-normal with median and sigma. */
            delay?: {
                fixed?: components["schemas"]["Duration"];
                min?: components["schemas"]["Duration"];
                max?: components["schemas"]["Duration"];
                median?: components["schemas"]["Duration"];
                sigma?: number;
            };
            /** @description How far to move the account's clock before the answer. */
            advance?: components["schemas"]["Duration"];
            /**
             * @description Deletes the file that the request names before the answer, as if somebody else had; the rule matches no other requests.
             * @enum {boolean}
             */
            delete_file?: true;
            /** @description A rate limit, measured on the account's clock. Requests beyond it get 429. */
            rate_limit?: {
                requests: number;
                window: components["schemas"]["Duration"];
            };
            /**
             * @description connection-reset: the connection is reset before the request is processed; answer-lost: the request is processed, then the connection is reset; reset-in-body: the connection is reset after half of the body; empty-answer: the connection is closed without an answer; empty-body: the answer has no body; truncated-json: half of the body, with a matching Content-Length; malformed-json: a body that is not valid JSON; wrong-content-type: the body with the content type of HTML; newer-version: the body with fields that the document does not have, and in a list with values of enums that it does not have.
             * @enum {string}
             */
            network?: "connection-reset" | "answer-lost" | "reset-in-body" | "empty-answer" | "empty-body" | "truncated-json" | "malformed-json" | "wrong-content-type" | "newer-version";
            /** @description Sends the body in pieces. */
            drip?: {
                over: components["schemas"]["Duration"];
                /** @default 10 */
                pieces?: number;
            };
            /** @description How often the rule fires; without it, no limit. */
            times?: number;
            /** @description Seeds the random draws for probability and delay; the same seed gives the same draws. */
            seed?: string;
        };
        Fault: {
            id: string;
            rule: components["schemas"]["FaultRule"];
            /** @description How many requests matched. */
            calls: number;
            fired: number;
        };
        FaultList: {
            data: components["schemas"]["Fault"][];
        };
        RecordedRequest: {
            /** @description A sequence number, for the parameter since. */
            number: number;
            /** @description The X-Request-Id of the answer. */
            id: string;
            /** @description Milliseconds since the Unix epoch, in real time. */
            at: number;
            duration_ms: number;
            method: string;
            url: string;
            operation: string | null;
            /** @description The URI to sync. */
            uri: string | null;
            /** @description Whether a route matched. */
            matched: boolean;
            /** @description What was ignored because the account's version of the API does not have it, each with the first version that does, if any. */
            ignored: string[];
            /** @description Ids of the rules that fired. */
            faults: string[];
            /** @description What is wrong with the request. */
            findings: {
                /** @description The name of the rule. */
                rule: string;
                /** @enum {string} */
                severity: "error" | "warning";
                text: string;
            }[];
            /** @description The error case of the answer. */
            error_case: string | null;
            request: components["schemas"]["RecordedMessage"];
            response: {
                /** @description 0 if the connection was broken instead. */
                status: number;
                headers: {
                    [key: string]: string;
                };
                body: string | null;
            };
        };
        Report: {
            /** @description How many requests were judged. */
            requests: number;
            /** @description How many findings are errors. */
            errors: number;
            /** @description How many findings are warnings. */
            warnings: number;
            /** @description How many mistakes are not listed, because there were too many kinds. */
            dropped: number;
            /** @description Each mistake once. In the report of all, a mistake that was made in several accounts is one. */
            findings: components["schemas"]["Finding"][];
            /** @description What was asked, and how it was answered. */
            met: {
                /** @description Null for what is no operation. */
                operation: string | null;
                /** @description 0 if the connection was broken instead. */
                status: number;
                /** @description The error case. */
                error: string | null;
                count: number;
            }[];
        };
        Finding: {
            /** @description The name of the rule. */
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning";
            operation: string | null;
            /** @description What tells it apart from other mistakes of the rule at the operation, the same in each run. */
            kind: string;
            /** @description What is wrong. */
            text: string;
            /** @description What to do about it. */
            remedy: string;
            /** @description Where in the request. */
            place: string | null;
            /** @description Where in the document of the account's version, as a JSON pointer. */
            document: string | null;
            /** @description The id of the account in which it was made first; null without a key. */
            account: string | null;
            /** @description How often it was made. */
            count: number;
            /** @description The first request in which it was made. */
            first: {
                /** @description The X-Request-Id of the answer. */
                id: string;
                method: string;
                path: string;
                /** @description Milliseconds since the Unix epoch, in real time. */
                at: number;
            };
        };
        RecordedMessage: {
            headers: {
                [key: string]: string;
            };
            /** @description Null if there is none, it is not text, or it was not read. */
            body: string | null;
        };
        RequestList: {
            data: components["schemas"]["RecordedRequest"][];
            /** @description How many requests match. */
            total: number;
        };
        RequestCount: {
            count: number;
        };
        Har: {
            log: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description An error. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Lists the differences from this version on; the oldest if only to is given. */
        FromVersion: string;
        /** @description Lists the differences up to this version; the newest if only from is given. */
        ToVersion: string;
        FileId: string;
        /** @description Only the files with these ids, separated by commas. */
        FileIds: string;
        ConnectorId: string;
        FaultId: string;
        /** @description Any URI of the item. */
        ItemUri: string;
        /** @description The API key of the account, if the verifier sends none. */
        Token: string;
        /** @description The operationId. */
        Operation: string;
        Method: string;
        /** @description A pattern: * matches any text, ? any one character. */
        Path: string;
        Status: number;
        /** @description A pattern for the URI to sync. */
        Uri: string;
        /** @description False: only requests that matched no route. */
        Matched: boolean;
        /** @description Only requests after the one with this number. */
        Since: number;
        /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
        Keyless: boolean;
        /** @description The time that the clock shows then, in milliseconds since the Unix epoch; by default, one that stands still shows the time of the snapshot, and one that runs has run on since. */
        Now: number;
        /** @description Only requests up to the one with this number. */
        Until: number;
        /** @description True: headers are empty and bodies null, so that a long list stays small. */
        Brief: boolean;
        /** @description Only the last requests, at most this many. */
        Limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every operation of the control plane, and the URL of its document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: {
                /** @description Monitors may send any parameters, against caches for example; they mean nothing. */
                any?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mock is up, and its store answers if it shares one with other mocks; otherwise 503. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description Lists the differences from this version on; the oldest if only to is given. */
                from?: components["parameters"]["FromVersion"];
                /** @description Lists the differences up to this version; the newest if only from is given. */
                to?: components["parameters"]["ToVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions, and the differences if two were given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorCaseList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The states. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStateList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setUpStates: {
        parameters: {
            query?: {
                /** @description The API key of the account, if the verifier sends none. */
                token?: components["parameters"]["Token"];
                /** @description The change of state, where there is no body. Other names are ignored beside a body. */
                change?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The values that the states provide for injection into the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateValues"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMessage: {
        parameters: {
            query?: {
                /** @description The API key of the account, if the verifier sends none. */
                token?: components["parameters"]["Token"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageRequest"];
            };
        };
        responses: {
            /** @description The body of the event. The header `Pact-Message-Metadata` has the metadata, as JSON in Base64. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventMessage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts, the last one used first; at most 1,000. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsUpdate"];
            };
        };
        responses: {
            /** @description The new settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockUpdate"];
            };
        };
        responses: {
            /** @description The clock after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    advanceToNext: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock, and by how much it was advanced. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advanced"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Advance"];
            };
        };
        responses: {
            /** @description The clock after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    settleClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock, and the files that never finish. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settled"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock of the account, which is reset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: {
                /** @description The time that the clock shows then, in milliseconds since the Unix epoch; by default, one that stands still shows the time of the snapshot, and one that runs has run on since. */
                now?: components["parameters"]["Now"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snapshot"];
            };
        };
        responses: {
            /** @description The clock after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFilePlans: {
        parameters: {
            query?: {
                /** @description Only the files with these ids, separated by commas. */
                ids?: components["parameters"]["FileIds"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePlanList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setFilePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilePlanUpdate"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePlan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWorldConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connectors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldConnectorList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addConnector: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorldConnector"];
            };
        };
        responses: {
            /** @description The new connector. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldConnector"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connector that was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldConnector"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldItemList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemSeed"];
            };
        };
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeItem: {
        parameters: {
            query: {
                /** @description Any URI of the item. */
                uri: components["parameters"]["ItemUri"];
            };
            header?: never;
            path: {
                id: components["parameters"]["ConnectorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item that was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules, in the order in which they are tried. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultRule"];
            };
        };
        responses: {
            /** @description The new rule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules that were removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fault_id: components["parameters"]["FaultId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule that was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description Of all accounts and of requests without a key, instead of the account alone. */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description The operationId. */
                operation?: components["parameters"]["Operation"];
                method?: components["parameters"]["Method"];
                /** @description A pattern: * matches any text, ? any one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI to sync. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description Only requests up to the one with this number. */
                until?: components["parameters"]["Until"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
                /** @description Only the last requests, at most this many. */
                limit?: components["parameters"]["Limit"];
                /** @description True: headers are empty and bodies null, so that a long list stays small. */
                brief?: components["parameters"]["Brief"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clearRequests: {
        parameters: {
            query?: {
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of requests removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countRequests: {
        parameters: {
            query?: {
                /** @description The operationId. */
                operation?: components["parameters"]["Operation"];
                method?: components["parameters"]["Method"];
                /** @description A pattern: * matches any text, ? any one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI to sync. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description Only requests up to the one with this number. */
                until?: components["parameters"]["Until"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportRequests: {
        parameters: {
            query?: {
                /** @description The operationId. */
                operation?: components["parameters"]["Operation"];
                method?: components["parameters"]["Method"];
                /** @description A pattern: * matches any text, ? any one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI to sync. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description Only requests up to the one with this number. */
                until?: components["parameters"]["Until"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
                /** @description Only the last requests, at most this many. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Har"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
                /** @description True: headers are empty and bodies null, so that a long list stays small. */
                brief?: components["parameters"]["Brief"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}

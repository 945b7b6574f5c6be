// Made by `npm run generate` from openapi/admin.yaml. Never edit it by hand.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the control plane can be asked */
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
        /** Tell that the mock is up, and which version it is */
        get: operations["getHealth"];
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
        /** List every error case, and how each is provoked */
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
         * Set a provider state up, as verifiers of Pact contracts ask for it
         * @description Acts on the account of the API key that is sent, else of the one in the parameter token; one of the two is required, and must be the key that the contracts send. The first state after a request to the API, or after a teardown, finds the account fresh, so that the states of one interaction add up and those of the next begin anew.
         */
        post: operations["setUpStates"];
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
        /** Move the clock on until every file has ended */
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
        /** Bring the account back to its very first answers */
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
        /** Put back what a snapshot holds, and forget all since */
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
        /** List files with all steps of their ways */
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
        /** Force a status, or plan the steps to come */
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
        /** List the events sent, or to be sent, to webhooks */
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
        /** List the connectors, as a seed file writes them */
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
        /** Remove a connector; files made through it stay */
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
        /** List the items of a connector, as a seed file writes them */
        get: operations["listItems"];
        /** Add an item, or change the one that it names */
        put: operations["putItem"];
        post?: never;
        /** Remove an item; a file made of it stays */
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
        /** Forget the requests so far */
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
            /** @description Who is let in, and what must be sent. */
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
            /** @description Of cloudglue-mock. */
            version: string;
            /** @description Of the API's document. */
            api_version: string;
        };
        ProviderState: {
            /** @description As a contract writes it. */
            name: string;
            /** @description What holds once it is set up. */
            summary: string;
            parameters: {
                name: string;
                type: string;
                required: boolean;
                one_of?: string[];
                /** @description What it is if left out. */
                default?: unknown;
            }[];
            /** @description The values for injection. */
            gives: string[];
        };
        ProviderStateList: {
            data: components["schemas"]["ProviderState"][];
        };
        /** @description What verifiers send; fields that are not here are ignored. */
        StateChange: {
            consumer?: string;
            /** @description Its name; empty for an interaction without a state. Only a teardown may leave out both state and states. */
            state?: string | null;
            /** @description Names, as older verifiers send them. */
            states?: string[];
            /** @description Of the state. */
            params?: {
                [key: string]: unknown;
            } | null;
            /**
             * @default setup
             * @enum {string}
             */
            action?: "setup" | "teardown";
        };
        StateValues: {
            [key: string]: string;
        };
        /** @description Milliseconds, or a number and a unit such as 250ms, 5s, 1.5m, 2h, 1d. */
        Duration: number | string;
        Clock: {
            /** @description Milliseconds since the Unix epoch. */
            now: number;
            /** @description The same as text. */
            iso: string;
            /** @description Whether time passes by itself. */
            runs: boolean;
        };
        Advance: {
            by: components["schemas"]["Duration"];
        };
        Settled: {
            now: number;
            iso: string;
            runs: boolean;
            /** @description Ids of files that have no end. */
            unsettled: string[];
        };
        Settings: {
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
            credits: number;
            max_upload: number;
            webhook_hosts: string | null;
        };
        SettingsUpdate: {
            /** @description As it is: it cannot be changed while the mock runs. */
            lifecycle?: string;
            /** @description As it is, likewise. */
            webhook_hosts?: string | null;
            speed?: number;
            /** @enum {string} */
            unknown_uris?: "public" | "create" | "refuse";
            /** @enum {string} */
            uploads?: "named" | "strict";
            credits?: number;
            max_upload?: number;
        };
        /** @description The state of the account, as getSnapshot gives it. */
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
            /** @description Of the item at its source. */
            uri: string;
            /** @description Every step of the file's way, past and to come. */
            steps: {
                /** @description Milliseconds since the Unix epoch; null where reading brought the step about. */
                at: number | null;
                status: components["schemas"]["FileStatus"];
            }[];
        };
        FilePlanList: {
            data: components["schemas"]["FilePlan"][];
        };
        /** @description Either a status that counts at once and stays, or steps to come. */
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
             * @description pending: being sent, or waiting for a retry; delivered: answered with 200; failed: given up after three retries; refused: nothing is sent to that host; cancelled: the webhook was removed or paused before.
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed" | "refused" | "cancelled";
            /** @description Why it was refused. */
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
            created_at: string;
            metadata: {
                [key: string]: unknown;
            };
            /** @description How many. */
            items: number;
        };
        WorldConnectorList: {
            data: components["schemas"]["WorldConnector"][];
        };
        /** @description A connector as a seed file writes it. */
        NewWorldConnector: {
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An item as a seed file writes it; what names it depends on the type of connector. */
        ItemSeed: {
            [key: string]: unknown;
        };
        WorldItem: {
            /** @description In its canonical form. */
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
             * @description Which of the ways it takes.
             * @enum {string}
             */
            way: "request" | "item" | "token" | "prefer" | "rule";
            /** @description A command to copy into a shell; of several, the last request gets the error. */
            curl: string;
            /** @description How the mock must be started for it; null if that does not matter. */
            start: string | null;
        };
        ErrorCaseEntry: {
            /** @description As a fault rule and the header Prefer (example=) name it. */
            name: string;
            status: number;
            cause: string;
            /** @enum {string} */
            known_from: "spec" | "docs" | "chosen";
            operations: string[];
            headers: {
                [key: string]: string;
            };
            example_text: string;
            ways: {
                requests: components["schemas"]["Example"][];
                /** @description URIs of seeded items that stand for it. */
                items: string[];
                /** @description API keys that get it. */
                tokens: string[];
                /** @description The header Prefer that asks for it. */
                prefer: string | null;
                /** @description Whether a fault rule can give it. */
                rule: boolean;
            };
            /** @description The same ways, each as a command that takes it on this mock. */
            commands: components["schemas"]["ErrorCommand"][];
        };
        ErrorCaseList: {
            data: components["schemas"]["ErrorCaseEntry"][];
        };
        /** @description * stands for any text, ? for one character, and a backslash before either for itself. */
        Pattern: string;
        /** @description What to do with which requests. One of error, status, rate_limit, network or drip; delay alone or with one of them. */
        FaultRule: {
            /** @description Made up if left out. */
            id?: string;
            /** @description All of it must fit; every request fits if it is left out. */
            match?: {
                /** @description An operationId of the API. */
                operation?: string;
                /** @description The type of connector that is asked, or whose URI is sent. */
                connector?: string;
                uri?: components["schemas"]["Pattern"];
                /** @description Patterns by the name of the header. */
                header?: {
                    [key: string]: components["schemas"]["Pattern"];
                };
                /** @description Only from the nth of such requests on; only that one if times is left out. */
                nth?: number;
                probability?: number;
            };
            /** @description An error case of the catalogue. */
            error?: string;
            /** @description The error case that the operation has with this status. */
            status?: number;
            /** @description Seconds for the header Retry-After, instead of those of the case. */
            retry_after?: number;
            /** @description Real time before the answer: fixed, or evenly between min and max, or log-normal around median with sigma. */
            delay?: {
                fixed?: components["schemas"]["Duration"];
                min?: components["schemas"]["Duration"];
                max?: components["schemas"]["Duration"];
                median?: components["schemas"]["Duration"];
                sigma?: number;
            };
            /** @description A real limit, counted on the account's clock; beyond it 429. */
            rate_limit?: {
                requests: number;
                window: components["schemas"]["Duration"];
            };
            /**
             * @description connection-reset: nothing is done, the connection is reset; answer-lost: the request is done, then the connection is reset; reset-in-body: reset after half of the body; empty-answer: closed without a byte; empty-body: no body; truncated-json: half of the body, as if it were all; malformed-json: a body that no parser takes; wrong-content-type: the body announced as HTML.
             * @enum {string}
             */
            network?: "connection-reset" | "answer-lost" | "reset-in-body" | "empty-answer" | "empty-body" | "truncated-json" | "malformed-json" | "wrong-content-type";
            /** @description The body comes in pieces. */
            drip?: {
                over: components["schemas"]["Duration"];
                /** @default 10 */
                pieces?: number;
            };
            /** @description How often it fires; until it is removed if left out. */
            times?: number;
            /** @description Other draws of probability and delay for other seeds; the same ones for the same. */
            seed?: string;
        };
        Fault: {
            id: string;
            rule: components["schemas"]["FaultRule"];
            /** @description Requests that fitted. */
            calls: number;
            fired: number;
        };
        FaultList: {
            data: components["schemas"]["Fault"][];
        };
        RecordedRequest: {
            /** @description Counts up; since= takes it. */
            number: number;
            /** @description The answer's X-Request-Id. */
            id: string;
            /** @description Milliseconds since the Unix epoch, in real time. */
            at: number;
            duration_ms: number;
            method: string;
            url: string;
            operation: string | null;
            /** @description What was to be synced. */
            uri: string | null;
            /** @description Whether a route matched. */
            matched: boolean;
            /** @description Ids of the rules that fired. */
            faults: string[];
            request: components["schemas"]["RecordedMessage"];
            response: {
                /** @description 0 where the connection was broken instead. */
                status: number;
                headers: {
                    [key: string]: string;
                };
                body: string | null;
            };
        };
        RecordedMessage: {
            headers: {
                [key: string]: string;
            };
            /** @description Null where there is none, it is not text, or it was not read. */
            body: string | null;
        };
        RequestList: {
            data: components["schemas"]["RecordedRequest"][];
            /** @description How many fit. */
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
        /** @description What is wrong. */
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
        FileId: string;
        ConnectorId: string;
        FaultId: string;
        /** @description Any URI of the item. */
        ItemUri: string;
        /** @description The API key of the account that is meant, where the verifier sends none. */
        Token: string;
        /** @description The operationId. */
        Operation: string;
        Method: string;
        /** @description A pattern: * is any text, ? is one character. */
        Path: string;
        Status: number;
        /** @description A pattern for the URI that was to be synced. */
        Uri: string;
        /** @description False: only requests that matched no route. */
        Matched: boolean;
        /** @description Only requests after the one with this number. */
        Since: number;
        /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
        Keyless: boolean;
        /** @description Only the last so many. */
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
            /** @description Every request to the control plane, and where its document is. */
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
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mock is up. */
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
                /** @description The API key of the account that is meant, where the verifier sends none. */
                token?: components["parameters"]["Token"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The values that the states give, for injection into the request. */
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
            /** @description The settings as they are now. */
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
            /** @description The clock as it is now. */
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
            /** @description The clock, and the files that never end. */
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
            /** @description The account is as it was. */
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
            query?: never;
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
            /** @description The clock as it is now. */
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
            query?: never;
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
    listRequests: {
        parameters: {
            query?: {
                /** @description The operationId. */
                operation?: components["parameters"]["Operation"];
                method?: components["parameters"]["Method"];
                /** @description A pattern: * is any text, ? is one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI that was to be synced. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
                /** @description Only the last so many. */
                limit?: components["parameters"]["Limit"];
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
            /** @description How many there were. */
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
                /** @description A pattern: * is any text, ? is one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI that was to be synced. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
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
                /** @description A pattern: * is any text, ? is one character. */
                path?: components["parameters"]["Path"];
                status?: components["parameters"]["Status"];
                /** @description A pattern for the URI that was to be synced. */
                uri?: components["parameters"]["Uri"];
                /** @description False: only requests that matched no route. */
                matched?: components["parameters"]["Matched"];
                /** @description Only requests after the one with this number. */
                since?: components["parameters"]["Since"];
                /** @description True: the requests without a key, which belong to no account, instead of those of the account. */
                keyless?: components["parameters"]["Keyless"];
                /** @description Only the last so many. */
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

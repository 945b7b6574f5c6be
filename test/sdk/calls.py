"""What each method of the SDK is called with: for each operation of the document a function that gives the calls, by the
names of its parameters, with `body` for a JSON body; and the same for methods of the classes above them."""

import itertools
import os
import tempfile

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108020000000000000000000000")
GRAIN = "grain://recording/abc123"
# Where the first listings of connectors begin, for those that need to be told.
LONG_AGO = "2025-01-01"


class World:
    """Things to call methods for, made anew each time that they are asked for."""

    def __init__(self, client, document, version):
        self.client, self.document, self.is_old = client, document, version == "0.7.14"
        self.numbers = itertools.count(1)
        self.connectors = {one.type: one for one in reversed(client.data_connectors.list().data)}

    def connector(self, type="grain"):
        return self.connectors[type].id

    def name(self, what="Thing"):
        return f"{what} {next(self.numbers)}"

    def url(self, extension="mp4"):
        return f"https://example.com/talk-{next(self.numbers)}.{extension}"

    def first_uri(self, type):
        """The first item that a connector lists."""
        page = self.client.data_connectors.list_files(self.connector(type), limit=1, var_from=LONG_AGO)
        return page.data[0].uri

    def file(self):
        return self.client.files.sync_from_url(self.url(), metadata={"speaker": "Ana"}).id

    def synced(self, uri=GRAIN, type="grain"):
        return self.client.data_connectors.sync_file(self.connector(type), uri).id

    def collection(self, type="media-descriptions"):
        return self.client.collections.create(type, self.name(), describe_config={"enable_speech": True}).id

    def member(self):
        """A collection with a file in it."""
        collection_id = self.collection()
        file_id = self.client.collections.add_media(collection_id, url=GRAIN).file_id
        return {"collection_id": collection_id, "file_id": file_id}

    def tag(self):
        return self.client.tags.create("topic", "pricing", self.synced()).id

    def bulk_import(self, start=False):
        """An import, with a run if it is started."""
        collection_id = self.collection("metadata")
        made = self.client.bulk_imports.create(collection_id, self.name(), self.connector(), start=start)
        run = {"run_id": made.latest_run.id} if start else {}
        return {"collection_id": collection_id, "import_id": made.id, **run}

    def webhook(self):
        from cloudglue.sdk.api.webhooks_api import WebhooksApi
        from cloudglue.sdk.models import WebhookCreateRequest

        api = WebhooksApi(self.client.api_client)
        return api.create_webhook(WebhookCreateRequest.from_dict(WEBHOOK(self))).id

    def values(self, schema, field):
        """The values that a field has in this version."""
        found = self.document["components"]["schemas"][schema]
        found = found["properties"][field] if field else found
        return found["enum"]


def WEBHOOK(world):
    return {
        "endpoint": "http://127.0.0.1:9/hook",
        "description": "Tells the team",
        "subscribed_events": world.values("WebhookEvents", None),
    }


def new_collections(world):
    """One of each type, with all that can be said of it."""
    segmentation = {"strategy": "uniform", "uniform_config": {"window_seconds": 20, "hop_seconds": 20}}
    of_type = {
        "entities": {"extract_config": {"prompt": "Decisions", "enable_transcript_mode": False}},
        "rich-transcripts": {"transcribe_config": {"enable_speech": True}},
        "face-analysis": {"face_detection_config": {"thumbnails_config": {"enable_frame_thumbnails": True}}},
        "moments": {"moments_config": {"criteria": [{"criterion": {"name": "joke", "instructions": "A joke."}}]}},
    }
    for type in world.values("NewCollection", "collection_type"):
        yield {
            "body": {
                "name": world.name(),
                "description": "All of it",
                "collection_type": type,
                **of_type.get(type, {"describe_config": {"enable_speech": True, "enable_summary": False}}),
                "default_segmentation_config": segmentation,
                "default_thumbnails_config": {"enable_segment_thumbnails": True},
            }
        }


def browsing(world):
    places = {
        "s3": {"bucket": (world.connectors["s3"].metadata or {})["bucket_names"][0], "prefix": "demos/"},
        "gcs": {"bucket": (world.connectors["gcs"].metadata or {})["bucket_names"][0]},
        "dropbox": {"path": "", **({} if world.is_old else {"recursive": "true"})},
        "grain": {"title_search": "review", "team": "Sales", "meeting_type": "Product demo"},
    }
    for type, connector in world.connectors.items():
        dates = {"from": LONG_AGO, "to": "2026-12-31"}
        yield {"id": connector.id, "limit": 5, **dates, **places.get(type, {})}


def additions(world):
    """Files for a collection: by id and by URL, with and without what can be said of each."""
    segmentation = {"strategy": "shot-detector", "shot_detector_config": {"detector": "content"}}
    thumbnails = {"enable_segment_thumbnails": False}
    yield {"collection_id": world.collection(), "body": {"file_id": world.file()}}
    yield {
        "collection_id": world.collection(),
        "body": {"url": GRAIN, "segmentation_config": segmentation, "thumbnails_config": thumbnails},
    }
    if not world.is_old:
        body = {"url": world.first_uri("gong"), "metadata": {"speaker": "Ana"}}
        yield {"collection_id": world.collection("metadata"), "body": body}


def listing(world, **more):
    return {"limit": 3, "offset": 1, "sort": "asc", **more}


CALLS = {
    "listDataConnectors": lambda world: [{}],
    "listDataConnectorFiles": browsing,
    "syncDataConnectorFile": lambda world: [{"id": world.connector(), "body": {"url": GRAIN}}],
    "getDataConnectorSourceMetadata": lambda world: [{"id": world.connector(), "url": GRAIN}],
    "listFiles": lambda world: [
        {},
        listing(world, order="filename", created_after="2025-01-01", created_before="2099-01-01"),
        *({"status": status} for status in world.values("File", "status")),
        {"filter": '{"file":[{"path":"filename","operator":"Like","valueText":"%"}]}'},
    ],
    "uploadFile": lambda world: [
        {"file": ("talk.mp4", b"\0\0\0\x18ftypmp42"), "metadata": {"speaker": "Ana"}, "enable_segment_thumbnails": True},
        {"file": ("talk.mp3", b"ID3\x04\0\0\0\0\0\0")},
        *([] if world.is_old else [{"file": ("poster.png", PNG)}]),
    ],
    "syncFileFromUrl": lambda world: [
        {"body": {"url": world.url(), "metadata": {"speaker": "Ana"}, "enable_segment_thumbnails": True}},
        {"body": {"url": "https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184"}},
        {"body": {"url": "https://drive.google.com/uc?id=1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf"}},
        *([] if world.is_old else [{"body": {"url": world.url("webp")}}]),
    ],
    "getFile": lambda world: [{"file_id": world.synced()}, {"file_id": world.file()}],
    "updateFile": lambda world: [{"file_id": world.file(), "body": {"filename": "New.mp4", "metadata": {"a": [1]}}}],
    "deleteFile": lambda world: [{"file_id": world.file()}],
    "syncFileSourceMetadata": lambda world: [{"file_id": world.synced()}],
    "listFileTags": lambda world: [{"file_id": world.client.tags.get(world.tag()).file_id}],
    "listCollections": lambda world: [
        {},
        listing(world, order="name", created_after="2025-01-01T00:00:00Z", created_before="2099-01-01T00:00:00Z"),
        *({"collection_type": type} for type in world.values("Collection", "collection_type")),
    ],
    "createCollection": new_collections,
    "getCollection": lambda world: [{"collection_id": world.collection()}],
    "updateCollection": lambda world: [
        {"collection_id": world.collection(), "body": {"name": world.name(), "description": "Less"}}
    ],
    "deleteCollection": lambda world: [{"collection_id": world.collection()}],
    "addMedia": additions,
    "addVideo": additions,
    "addYouTubeVideo": lambda world: [
        {
            "collection_id": world.collection(),
            "body": {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "metadata": {"speaker": "Ana"}},
        }
    ],
    "listVideos": lambda world: [
        {"collection_id": world.member()["collection_id"]},
        {
            "collection_id": world.member()["collection_id"],
            **listing(world, offset=0, order="filename", added_after="2025-01-01", added_before="2099-01-01"),
        },
    ],
    "getVideo": lambda world: [world.member()],
    "deleteVideo": lambda world: [world.member()],
    "listMetadataImports": lambda world: [{"collection_id": world.bulk_import()["collection_id"], "limit": 1, "offset": 0}],
    "createMetadataImport": lambda world: [
        {"collection_id": world.collection("metadata"), "body": {"name": "All", "connector_id": world.connector()}},
        {
            "collection_id": world.collection("metadata"),
            "body": {
                "name": "Some",
                "connector_id": world.connector("dropbox"),
                "filters": [{"path": "/", "recursive": "true", "from": "2025-01-01", "title_search": "a"}],
                "default_mode": "refresh",
                "delete_missing": True,
                "rate_limit": 5,
                "start": True,
                "max_files": 3,
                "include_thumbnails": True,
                "enrich_metadata": True,
            },
        },
        {"collection_id": world.collection(), "body": {"name": "Media", "connector_id": world.connector("zoom")}},
    ],
    "getMetadataImport": lambda world: [
        {**ids_of_import(world.bulk_import(start=True)), "limit": 5, "offset": 0},
    ],
    "deleteMetadataImport": lambda world: [ids_of_import(world.bulk_import(start=True))],
    "createMetadataImportRun": lambda world: [
        {**world.bulk_import(), "body": {"mode": "refresh", "delete_missing": True, "max_files": 2}},
    ],
    "cancelMetadataImportRun": lambda world: [world.bulk_import(start=True)],
    "listTags": lambda world: [{"limit": 5, "offset": 0}, {"type": "file"}, {"type": "segment"}],
    "createTag": lambda world: [{"body": {"label": "topic", "value": "pricing", "file_id": world.synced()}}],
    "getTag": lambda world: [{"tag_id": world.tag()}],
    "updateTag": lambda world: [{"tag_id": world.tag(), "body": {"label": "theme", "value": "costs"}}],
    "deleteTag": lambda world: [{"tag_id": world.tag()}],
    "listWebhooks": lambda world: [{}, {"limit": 2, "offset": 0, "order": "created_at", "sort": "asc"}],
    "createWebhook": lambda world: [{"body": WEBHOOK(world)}],
    "getWebhookById": lambda world: [{"webhook_id": world.webhook()}],
    "updateWebhook": lambda world: [{"webhook_id": world.webhook(), "body": {**WEBHOOK(world), "active": False}}],
    "deleteWebhook": lambda world: [{"webhook_id": world.webhook()}],
}


def ids_of_import(made):
    return {name: made[name] for name in ("collection_id", "import_id")}


def uploads(world):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "talk.mp4")
    with open(path, "wb") as file:
        file.write(b"\0\0\0\x18ftypmp42")
    yield {"file_path": path, "metadata": {"speaker": "Ana"}, **WAITING}


WAITING = {"wait_until_finish": True, "poll_interval": 0.1, "timeout": 30}

WRAPPERS = {
    "DataConnectors.list": lambda world: [{}],
    "DataConnectors.list_files": lambda world: [{"connector_id": world.connector(), "limit": 3, "title_search": "a"}],
    "DataConnectors.sync_file": lambda world: [{"connector_id": world.connector(), "url": GRAIN}],
    "DataConnectors.get_source_metadata": lambda world: [{"connector_id": world.connector(), "url": GRAIN}],
    "Files.list": lambda world: [{}, {"status": "completed", "limit": 3, "order": "filename", "sort": "asc"}],
    "Files.get": lambda world: [{"file_id": world.file()}],
    "Files.upload": uploads,
    "Files.update": lambda world: [{"file_id": world.file(), "filename": "New.mp4", "metadata": {"a": 1}}],
    "Files.delete": lambda world: [{"file_id": world.file()}],
    "Files.sync_from_url": lambda world: [{"url": world.url(), **WAITING}],
    "Files.sync_source_metadata": lambda world: [{"file_id": world.synced()}],
    "Collections.create": lambda world: [{"collection_type": "rich-transcripts", "name": world.name()}],
    "Collections.list": lambda world: [{"limit": 3, "order": "name", "sort": "asc"}],
    "Collections.get": lambda world: [{"collection_id": world.collection()}],
    "Collections.update": lambda world: [{"collection_id": world.collection(), "description": "Less"}],
    "Collections.delete": lambda world: [{"collection_id": world.collection()}],
    "Collections.add_media": lambda world: [{"collection_id": world.collection(), "url": GRAIN, **WAITING}],
    "Collections.add_video": lambda world: [{"collection_id": world.collection(), "file_id": world.file()}],
    "Collections.list_videos": lambda world: [{"collection_id": world.member()["collection_id"], "limit": 3}],
    "Collections.get_video": lambda world: [world.member()],
    "Collections.remove_video": lambda world: [world.member()],
    "Tags.create": lambda world: [{"label": "topic", "value": "pricing", "file_id": world.synced()}],
    "Tags.list": lambda world: [{"type": "file", "limit": 3}],
    "Tags.get": lambda world: [{"tag_id": world.tag()}],
    "Tags.update": lambda world: [{"tag_id": world.tag(), "value": "costs"}],
    "Tags.delete": lambda world: [{"tag_id": world.tag()}],
    "Tags.list_file_tags": lambda world: [{"file_id": world.synced()}],
    "BulkImports.create": lambda world: [
        {"collection_id": world.collection("metadata"), "name": "All", "connector_id": world.connector(), "max_files": 2}
    ],
    "BulkImports.list": lambda world: [{"collection_id": world.bulk_import()["collection_id"]}],
    "BulkImports.get": lambda world: [ids_of_import(world.bulk_import(start=True))],
    "BulkImports.run": lambda world: [{**world.bulk_import(), "mode": "append"}],
    "BulkImports.cancel_run": lambda world: [world.bulk_import(start=True)],
    "BulkImports.delete": lambda world: [ids_of_import(world.bulk_import())],
}

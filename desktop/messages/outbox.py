"""One file per message in a folder that its owner alone can read: the telephone stands there in full.

A sender takes the files from there and removes them. The name is the message's id, so the same
event told again replaces its file.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from desktop.domain.courier.messages import Message
from desktop.domain.refusal import Refusal
from desktop.wording.parcels.messages import message_text

OUTBOX = Path("outbox/messages")


class FileOutbox:
    """`folder` is the data folder; the outbox is made in it with the first message."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / OUTBOX

    def put(self, message: Message) -> str:
        """Written beside and renamed, so that a power cut leaves no half of one."""
        name = re.sub(r"[^0-9A-Za-z_-]", "_", message.id) + ".json"
        told = {
            "id": message.id,
            "to": message.phone,
            "text": message_text(message),
            "template": message.template,
            "shipment": message.shipment,
            "event_at": message.event_at.isoformat(timespec="seconds"),
        }
        try:
            self._write(name, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        except OSError as error:
            reason = error.strerror or str(error)
            raise Refusal("cannot_write", name=str(self.folder / name), reason=reason) from error
        return name

    def _write(self, name: str, text: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)
        part = self.folder / f".{name}.part"
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / name)

"""An event handler for streamed runs: a method per kind of event.

The tests copy this module into the folder `ext` of the client for `specs/`. A caller
derives from the handler and passes it to `client.beta.threads.runs.handle(…)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resources import beta
from ..types import (
    ErrorEvent,
    MessageDeltaContentTextObject,
    MessageDeltaStreamEvent,
    MessageStreamEvent,
    RunStreamEvent,
)

if TYPE_CHECKING:
    from ..types import AssistantStreamEvent, MessageObject, RunObject


class RunEvents:
    """Handler of the events of a run; override the methods for those of interest.

    Attributes:
        text: Text of all deltas so far.
        run: The run in its last state; `None` before the first event about it.
    """

    def __init__(self) -> None:
        self.text = ""
        self.run: RunObject | None = None

    def on_event(self, event: AssistantStreamEvent) -> None:
        """Handle an event of any kind, before its other method."""

    def on_text_delta(self, delta: str, text: str) -> None:
        """Handle new text, and all text so far."""

    def on_message_done(self, message: MessageObject) -> None:
        """Handle a complete message."""

    def on_run(self, run: RunObject) -> None:
        """Handle a run that was created or whose status changed."""

    def on_error(self, message: str) -> None:
        """Handle an error that the server reports; by default, raise it."""
        raise RuntimeError(message)

    def dispatch(self, event: AssistantStreamEvent) -> None:
        """Call the methods for an event."""
        self.on_event(event)
        if isinstance(event, MessageDeltaStreamEvent):
            for part in event.data.delta.content or ():
                if isinstance(part, MessageDeltaContentTextObject) and part.text:
                    delta = part.text.value or ""
                    self.text += delta
                    self.on_text_delta(delta, self.text)
        elif isinstance(event, MessageStreamEvent):
            if event.event == "thread.message.completed":
                self.on_message_done(event.data)
        elif isinstance(event, RunStreamEvent):
            self.run = event.data
            self.on_run(event.data)
        elif isinstance(event, ErrorEvent):
            self.on_error(str(event.data.message))


class Runs(beta.Runs):
    """Runs whose events a handler receives."""

    def handle(
        self, thread_id: str, handler: RunEvents, *, assistant_id: str
    ) -> RunObject | None:
        """Start a run, pass its events to a handler, and return the run."""
        with self.create(thread_id, assistant_id=assistant_id, stream=True) as stream:
            for event in stream:
                handler.dispatch(event)
        return handler.run


class AsyncRuns(beta.AsyncRuns):
    """Runs whose events a handler receives."""

    async def handle(
        self, thread_id: str, handler: RunEvents, *, assistant_id: str
    ) -> RunObject | None:
        """Start a run, pass its events to a handler, and return the run."""
        stream = await self.create(thread_id, assistant_id=assistant_id, stream=True)
        async with stream:
            async for event in stream:
                handler.dispatch(event)
        return handler.run

"""English verbs that occur in paths and operation ids."""

from __future__ import annotations

READING_VERBS = frozenset("""
    aggregate calculate check compare count estimate evaluate export filter find lookup match parse
    preview query search simulate test translate validate verify
    """.split())
"""Verbs that change nothing, so that an operation with one of them does not create."""

VERBS = READING_VERBS | frozenset("""
    accept activate add append apply approve archive assign attach authorize ban block bulk
    cancel capture classify clear clone close complete compute confirm connect convert copy
    create deactivate decline decrypt delete deploy deprecate detach disable
    disconnect dismiss dispatch download duplicate enable encrypt execute
    fetch finish follow fork generate get import increment install invite invoke join kick
    kill leave link list load lock login logout mark merge migrate move mute
    open pause pin ping poll process promote publish pull purge push read
    reboot rebuild receive recover redeem refresh refund register reindex reject release reload remove
    rename render renew reopen replace reply reprocess request resend reset resize resolve
    restart restore respond resume retry reverse revert revoke rotate run save scan send set share
    shutdown sign skip split start stop stream subscribe submit summarize suspend swap switch sync
    synchronize terminate toggle train transcribe transfer trigger unarchive unassign unban unblock
    undelete undo unfollow uninstall unlink unlock unmute unpause unpin unpublish unregister
    unsubscribe unsuspend update upgrade upload upsert void vote wait watch
    """.split())
"""Verbs that make the last segment of a path an action."""

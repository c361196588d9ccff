<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>hotel::guicore::ApiClient</name>
    <message>
        <source>%1 is not encrypted. Use https, or allow it explicitly.</source>
        <translation>%1 is not encrypted. Use https, or allow it explicitly.</translation>
    </message>
    <message>
        <source>The key of %1 has not been confirmed yet.</source>
        <translation>The key of %1 has not been confirmed yet.</translation>
    </message>
    <message>
        <source>The key of %1 is not the one that was confirmed. Nothing was sent.</source>
        <translation>The key of %1 is not the one that was confirmed. Nothing was sent.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 did not answer in time.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>The answer is too large.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 cannot be reached: %2</translation>
    </message>
    <message>
        <source>The server answered in a form this version does not know.</source>
        <translation>The server answered in a form this version does not know.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ApiError</name>
    <message>
        <source>You are not signed in.</source>
        <translation>You are not signed in.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>This does not exist any more.</translation>
    </message>
    <message>
        <source>Too many requests. Try again in a moment.</source>
        <translation>Too many requests. Try again in a moment.</translation>
    </message>
    <message>
        <source>The server cannot answer just now.</source>
        <translation>The server cannot answer just now.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>The server answered with status %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ConnectionState</name>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Resyncing…</source>
        <translation>Resyncing…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Reconnecting (%1 s)</source>
        <translation>Reconnecting (%1 s)</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnecting…</translation>
    </message>
    <message>
        <source>Offline since %1, showing cached</source>
        <translation>Offline since %1, showing cached</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console's protocol</source>
        <translation>Version mismatch: this server does not speak this console's protocol</translation>
    </message>
    <message>
        <source>Not connected: the server's key is not confirmed</source>
        <translation>Not connected: the server's key is not confirmed</translation>
    </message>
    <message>
        <source>You are signed out. Sign in to send; your draft is kept.</source>
        <translation>You are signed out. Sign in to send; your draft is kept.</translation>
    </message>
    <message>
        <source>The console is still connecting. Your draft is kept.</source>
        <translation>The console is still connecting. Your draft is kept.</translation>
    </message>
    <message>
        <source>Nothing can be sent now (%1). Your draft is kept.</source>
        <translation>Nothing can be sent now (%1). Your draft is kept.</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console&apos;s protocol</source>
        <translation>Version mismatch: this server does not speak this console&apos;s protocol</translation>
    </message>
    <message>
        <source>Not connected: the server&apos;s key is not confirmed</source>
        <translation>Not connected: the server&apos;s key is not confirmed</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::DraftStore</name>
    <message>
        <source>The saved drafts could not be read. They were kept as %1.</source>
        <translation>The saved drafts could not be read. They were kept as %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::EventStream</name>
    <message>
        <source>an event was too large</source>
        <translation>an event was too large</translation>
    </message>
    <message>
        <source>the server ended the stream</source>
        <translation>the server ended the stream</translation>
    </message>
    <message>
        <source>the server asked to wait</source>
        <translation>the server asked to wait</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::SyncEngine</name>
    <message>
        <source>You were signed out.</source>
        <translation>You were signed out.</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::AlertModel</name>
    <message>
        <source>Critical</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>severity, text, time of an alert</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, seen by %2</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::CannedReplyModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>title, language, text of a canned reply</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::ConversationListModel</name>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message numerus="yes">
        <source>waiting %n minute(s)</source>
        <translation>
            <numerusform>waiting %n minute</numerusform>
            <numerusform>waiting %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n hour(s)</source>
        <translation>
            <numerusform>waiting %n hour</numerusform>
            <numerusform>waiting %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>waiting %n day</numerusform>
            <numerusform>waiting %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>due soon</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>bot is answering</source>
        <translation>bot is answering</translation>
    </message>
    <message>
        <source>bot paused</source>
        <translation>bot paused</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>assigned to you</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>assigned to %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 is replying</translation>
    </message>
    <message>
        <source>unsent draft</source>
        <translation>unsent draft</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>snoozed</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>wants no messages</source>
        <translation>wants no messages</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Voice message</translation>
    </message>
    <message>
        <source>Voice message: %1</source>
        <translation>Voice message: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::MessageModel</name>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, at %2</translation>
    </message>
    <message>
        <source>%1, internal note, %2: %3</source>
        <translation>%1, internal note, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a message and its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>internal note</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>accepted by WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>played</source>
        <translation>played</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>not delivered</translation>
    </message>
    <message>
        <source>not delivered: %1</source>
        <translation>not delivered: %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>not sent: %1</translation>
    </message>
    <message>
        <source>nobody knows whether the guest has this message</source>
        <translation>nobody knows whether the guest has this message</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>no answer from the server; trying again is safe</source>
        <translation>no answer from the server; trying again is safe</translation>
    </message>
    <message>
        <source>not sent: somebody answered meanwhile</source>
        <translation>not sent: somebody answered meanwhile</translation>
    </message>
    <message>
        <source>not sent: the 24 hour window is closed, only a template can be sent</source>
        <translation>not sent: the 24 hour window is closed, only a template can be sent</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>[%1]</source>
        <translation>[%1]</translation>
    </message>
    <message>
        <source>voice message, transcript by machine: %1</source>
        <translation>voice message, transcript by machine: %1</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Voice message</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AboutDialog</name>
    <message>
        <source>About Hotel Console</source>
        <translation>About Hotel Console</translation>
    </message>
    <message>
        <source>Hotel Console %1
Qt %2 · %3
Server: %4</source>
        <translation>Hotel Console %1
Qt %2 · %3
Server: %4</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AlertsView</name>
    <message>
        <source>acknowledged by %1</source>
        <translation>acknowledged by %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open conversation</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>No alerts</translation>
    </message>
    <message>
        <source>Nothing needs a person right now.</source>
        <translation>Nothing needs a person right now.</translation>
    </message>
    <message>
        <source>Loading alerts…</source>
        <translation>Loading alerts…</translation>
    </message>
    <message>
        <source>The alert was not acknowledged: %1</source>
        <translation>The alert was not acknowledged: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AssignDialog</name>
    <message>
        <source>Assign conversation</source>
        <translation>Assign conversation</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Assign to</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Me (%1)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::BookingCard</name>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n night</numerusform>
            <numerusform>%n nights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message>
        <source>Room %1 · %2</source>
        <translation>Room %1 · %2</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Paid in full</translation>
    </message>
    <message>
        <source>Paid %1 · open %2</source>
        <translation>Paid %1 · open %2</translation>
    </message>
    <message>
        <source>Read from the hotel system %1</source>
        <translation>Read from the hotel system %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CannedPopup</name>
    <message>
        <source>Canned replies</source>
        <translation>Canned replies</translation>
    </message>
    <message>
        <source>No canned reply with these words.</source>
        <translation>No canned reply with these words.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Find a command or a guest</source>
        <translation>Find a command or a guest</translation>
    </message>
    <message>
        <source>Find a command or a guest…</source>
        <translation>Find a command or a guest…</translation>
    </message>
    <message>
        <source>Commands and guests</source>
        <translation>Commands and guests</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CommandRegistry</name>
    <message>
        <source>Shortcuts need Ctrl and no Alt: Alt types letters on many keyboards.</source>
        <translation>Shortcuts need Ctrl and no Alt: Alt types letters on many keyboards.</translation>
    </message>
    <message>
        <source>In lists, shortcuts are single keys.</source>
        <translation>In lists, shortcuts are single keys.</translation>
    </message>
    <message>
        <source>%1 is taken by «%2».</source>
        <translation>%1 is taken by «%2».</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>There is no such command.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Composer</name>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>The draft could not be saved: %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Write to the guest (Ctrl+Shift+M switches)</source>
        <translation>Write to the guest (Ctrl+Shift+M switches)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Write for staff only (Ctrl+Shift+M switches)</source>
        <translation>Write for staff only (Ctrl+Shift+M switches)</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Canned replies</translation>
    </message>
    <message>
        <source>Canned replies: type / and a word</source>
        <translation>Canned replies: type / and a word</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Send a template…</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Choose a template…</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Composer</translation>
    </message>
    <message>
        <source>24 h window closed</source>
        <translation>24 h window closed</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest's last one; later only templates.</source>
        <translation>WhatsApp allows free messages for 24 hours after the guest's last one; later only templates.</translation>
    </message>
    <message>
        <source>Note for staff, the guest does not see it</source>
        <translation>Note for staff, the guest does not see it</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Reply to %1</translation>
    </message>
    <message>
        <source>Only your colleagues see this note…</source>
        <translation>Only your colleagues see this note…</translation>
    </message>
    <message>
        <source>Write to %1… (/ for canned replies)</source>
        <translation>Write to %1… (/ for canned replies)</translation>
    </message>
    <message>
        <source>The 24 h window closed at %1. Only a template can be sent.</source>
        <translation>The 24 h window closed at %1. Only a template can be sent.</translation>
    </message>
    <message>
        <source>This guest has not written yet. Only a template can be sent.</source>
        <translation>This guest has not written yet. Only a template can be sent.</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Save note</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Send to guest</source>
        <translation>Send to guest</translation>
    </message>
    <message>
        <source>Fill in %1 before sending.</source>
        <translation>Fill in %1 before sending.</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter: new line</source>
        <translation>Enter sends · Shift+Enter: new line</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Ctrl+Enter sends</translation>
    </message>
    <message>
        <source>Somebody answered while you were writing. Your message was not sent.</source>
        <translation>Somebody answered while you were writing. Your message was not sent.</translation>
    </message>
    <message>
        <source>%1 answered while you were writing: «%2». Your message was not sent.</source>
        <translation>%1 answered while you were writing: «%2». Your message was not sent.</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest&apos;s last one; later only templates.</source>
        <translation>WhatsApp allows free messages for 24 hours after the guest&apos;s last one; later only templates.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConsoleApp</name>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>The session has ended. Sign in again.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>The server cannot be reached: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationDelegate</name>
    <message>
        <source>you</source>
        <translation>you</translation>
    </message>
    <message>
        <source>%1 is replying…</source>
        <translation>%1 is replying…</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Draft:</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationHeader</name>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>The bot stops; you answer (Ctrl+Shift+T)</source>
        <translation>The bot stops; you answer (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>Hand back to bot</source>
        <translation>Hand back to bot</translation>
    </message>
    <message>
        <source>The bot answers again (Ctrl+Shift+B)</source>
        <translation>The bot answers again (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Assign… (Ctrl+Shift+A)</source>
        <translation>Assign… (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Snooze…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Resolve: nothing more to do</source>
        <translation>Resolve: nothing more to do</translation>
    </message>
    <message>
        <source>Bot answers</source>
        <translation>Bot answers</translation>
    </message>
    <message>
        <source>Bot paused · nobody</source>
        <translation>Bot paused · nobody</translation>
    </message>
    <message>
        <source>Bot paused, assigned to nobody</source>
        <translation>Bot paused, assigned to nobody</translation>
    </message>
    <message>
        <source>Bot paused · you</source>
        <translation>Bot paused · you</translation>
    </message>
    <message>
        <source>Bot paused, assigned to you</source>
        <translation>Bot paused, assigned to you</translation>
    </message>
    <message>
        <source>Bot paused · %1</source>
        <translation>Bot paused · %1</translation>
    </message>
    <message>
        <source>Bot paused, assigned to %1</source>
        <translation>Bot paused, assigned to %1</translation>
    </message>
    <message>
        <source>Wants no messages</source>
        <translation>Wants no messages</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Snoozed until %1</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationListPane</name>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
    <message>
        <source>The order is kept while you work here; press to see the updates</source>
        <translation>The order is kept while you work here; press to see the updates</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Waiting for a person</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Assigned to me</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Assigned to nobody</translation>
    </message>
    <message>
        <source>The bot is handling</source>
        <translation>The bot is handling</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>All conversations</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Search names and messages</source>
        <translation>Search names and messages</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>Conversations are for the front desk. Your role does not see what guests write.</source>
        <translation>Conversations are for the front desk. Your role does not see what guests write.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>No conversation in this view has «%1».</source>
        <translation>No conversation in this view has «%1».</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>The server does not answer</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Loading conversations…</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>No conversations yet</translation>
    </message>
    <message>
        <source>They appear here as soon as a guest writes.</source>
        <translation>They appear here as soon as a guest writes.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message numerus="yes">
        <source>The bot is handling %n conversation(s).</source>
        <translation>
            <numerusform>The bot is handling %n conversation.</numerusform>
            <numerusform>The bot is handling %n conversations.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nothing in this view</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationView</name>
    <message>
        <source>No conversation selected</source>
        <translation>No conversation selected</translation>
    </message>
    <message>
        <source>Choose one from the list, or press Ctrl+Shift+Down for the next that needs attention.</source>
        <translation>Choose one from the list, or press Ctrl+Shift+Down for the next that needs attention.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Older messages could not be loaded: %1</source>
        <translation>Older messages could not be loaded: %1</translation>
    </message>
    <message>
        <source>The bot asked for a person: %1.</source>
        <translation>The bot asked for a person: %1.</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 is replying</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>Your role may not read this conversation.</source>
        <translation>Your role may not read this conversation.</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>The messages could not be loaded</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>No messages yet</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Loading messages…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>announcement: who wrote what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> (request %1)</source>
        <translation> (request %1)</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>That did not work: %1</translation>
    </message>
    <message>
        <source>Handed back to the bot.</source>
        <translation>Handed back to the bot.</translation>
    </message>
    <message>
        <source>Assigned to nobody.</source>
        <translation>Assigned to nobody.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>Assigned to %1.</translation>
    </message>
    <message>
        <source>Assigned to you.</source>
        <translation>Assigned to you.</translation>
    </message>
    <message>
        <source>Snoozed until %1.</source>
        <translation>Snoozed until %1.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Resolved.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DeviceOutput</name>
    <message>
        <source>There is no sound device on this computer.</source>
        <translation>There is no sound device on this computer.</translation>
    </message>
    <message>
        <source>The sound device of this computer cannot play this.</source>
        <translation>The sound device of this computer cannot play this.</translation>
    </message>
    <message>
        <source>The sound device of this computer does not answer.</source>
        <translation>The sound device of this computer does not answer.</translation>
    </message>
    <message>
        <source>The sound device stopped.</source>
        <translation>The sound device stopped.</translation>
    </message>
    <message>
        <source>The sound device takes no sound.</source>
        <translation>The sound device takes no sound.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DialogBase</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DraftPanel</name>
    <message>
        <source>The bot is about to say</source>
        <translation>The bot is about to say</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>What the bot understood, and its facts</source>
        <translation>What the bot understood, and its facts</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Take the text into the composer and answer yourself</source>
        <translation>Take the text into the composer and answer yourself</translation>
    </message>
    <message>
        <source>Don't send</source>
        <translation>Don't send</translation>
    </message>
    <message>
        <source>Draft of the bot</source>
        <translation>Draft of the bot</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Don&apos;t send</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Format</name>
    <message>
        <source>now</source>
        <comment>age of less than a minute</comment>
        <translation>now</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>less than a minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 s ago</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 d ago</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>accepted by WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>played</source>
        <translation>played</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>not delivered</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>unknown whether it arrived</source>
        <translation>unknown whether it arrived</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>In house</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>Checked out</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>the guest asked for a person</source>
        <translation>the guest asked for a person</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>it may be an emergency</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>the bot did not understand</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>the guest complains</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>the hotel system does not answer</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>the outcome of a booking is not known</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>the bot is not sure</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>the guest asked for silence</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>the guest sent something only a person can judge</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>a booking must be changed</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>%1 h %2 min left</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>%1 min left</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>%1 s left</translation>
    </message>
    <message>
        <source>Guest without a name</source>
        <translation>Guest without a name</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::GuestDock</name>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>The guest of the open conversation appears here, with the stay as the hotel system holds it.</source>
        <translation>The guest of the open conversation appears here, with the stay as the hotel system holds it.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>Add a label…</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Add a label</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Speaks %1</translation>
    </message>
    <message>
        <source>Remove the label %1</source>
        <translation>Remove the label %1</translation>
    </message>
    <message>
        <source>Asking the hotel system…</source>
        <translation>Asking the hotel system…</translation>
    </message>
    <message>
        <source>No booking with this number.</source>
        <translation>No booking with this number.</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1</source>
        <translation>The hotel system could not be asked: %1</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1 (request %2)</source>
        <translation>The hotel system could not be asked: %1 (request %2)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>author and time of a note</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The labels were not changed: %1</source>
        <translation>The labels were not changed: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::HandBackDialog</name>
    <message>
        <source>Hand back to the bot</source>
        <translation>Hand back to the bot</translation>
    </message>
    <message>
        <source>The bot answers the guest again. You may leave it a note; the guest does not see it.</source>
        <translation>The bot answers the guest again. You may leave it a note; the guest does not see it.</translation>
    </message>
    <message>
        <source>Note to the bot (optional)</source>
        <translation>Note to the bot (optional)</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Hand back</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::HealthView</name>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Hotel system (PMS)</source>
        <translation>Hotel system (PMS)</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Read %1</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Asking the daemon…</source>
        <translation>Asking the daemon…</translation>
    </message>
    <message>
        <source>The daemon does not answer</source>
        <translation>The daemon does not answer</translation>
    </message>
    <message>
        <source>The daemon does not answer now; the values are old. %1</source>
        <translation>The daemon does not answer now; the values are old. %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Not ready</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>adapter %1</source>
        <translation>adapter %1</translation>
    </message>
    <message>
        <source>calls are paused after failures</source>
        <translation>calls are paused after failures</translation>
    </message>
    <message>
        <source>trying again after failures</source>
        <translation>trying again after failures</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>synchronised %1</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>%1 s behind</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Fails</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::InboxView</name>
    <message>
        <source>Views</source>
        <translation>Views</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <comment>a saved view and its count</comment>
        <translation>
            <numerusform>%1, %n conversation</numerusform>
            <numerusform>%1, %n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>About Hotel Console…</source>
        <translation>About Hotel Console…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Guest simulator</source>
        <translation>Guest simulator</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Hand back to bot…</source>
        <translation>Hand back to bot…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Snooze…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Switch between reply and note</source>
        <translation>Switch between reply and note</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Send a template…</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Assign to me</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Mark unread</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Commands…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>Search in this view</source>
        <translation>Search in this view</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Next conversation</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Previous conversation</translation>
    </message>
    <message>
        <source>Next that needs attention</source>
        <translation>Next that needs attention</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Last conversation</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>Read again from the server</source>
        <translation>Read again from the server</translation>
    </message>
    <message>
        <source>Hotel Console</source>
        <translation>Hotel Console</translation>
    </message>
    <message>
        <source>Hotel Console — %1</source>
        <translation>Hotel Console — %1</translation>
    </message>
    <message>
        <source>Inbox (Ctrl+1)</source>
        <translation>Inbox (Ctrl+1)</translation>
    </message>
    <message>
        <source>Alerts (Ctrl+4)</source>
        <translation>Alerts (Ctrl+4)</translation>
    </message>
    <message>
        <source>Health (Ctrl+5)</source>
        <translation>Health (Ctrl+5)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>user name, roles</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>Sandbox: nothing leaves this machine</source>
        <translation>Sandbox: nothing leaves this machine</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Sign in…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>as of %1</translation>
    </message>
    <message numerus="yes">
        <source>Inbox, %n waiting</source>
        <translation>
            <numerusform>Inbox, %n waiting</numerusform>
            <numerusform>Inbox, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alerts, %n open</source>
        <translation>
            <numerusform>Alerts, %n open</numerusform>
            <numerusform>Alerts, %n open</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Requests (Ctrl+6)</source>
        <translation>Requests (Ctrl+6)</translation>
    </message>
    <message>
        <source>Knowledge (Ctrl+7)</source>
        <translation>Knowledge (Ctrl+7)</translation>
    </message>
    <message numerus="yes">
        <source>Requests, %n open</source>
        <translation>
            <numerusform>Requests, %n open</numerusform>
            <numerusform>Requests, %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageDelegate</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Voice message</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Note by %1 · only staff sees this</source>
        <translation>Note by %1 · only staff sees this</translation>
    </message>
    <message>
        <source>%1 · read</source>
        <translation>%1 · read</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>Transcript · heard by a machine</source>
        <translation>Transcript · heard by a machine</translation>
    </message>
    <message>
        <source>The transcript is being made…</source>
        <translation>The transcript is being made…</translation>
    </message>
    <message>
        <source>There is no transcript</source>
        <translation>There is no transcript</translation>
    </message>
    <message>
        <source>the file is not here yet</source>
        <translation>the file is not here yet</translation>
    </message>
    <message>
        <source>the file could not be had</source>
        <translation>the file could not be had</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to newest</source>
        <translation>Go to newest</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Why did the bot say this?</source>
        <translation>Why did the bot say this?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Discard this message</source>
        <translation>Discard this message</translation>
    </message>
    <message>
        <source>Pause voice message</source>
        <translation>Pause voice message</translation>
    </message>
    <message>
        <source>Play voice message</source>
        <translation>Play voice message</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation>Enter sends, Shift+Enter makes a new line</translation>
    </message>
    <message>
        <source>Key of the server: %1</source>
        <translation>Key of the server: %1</translation>
    </message>
    <message>
        <source>No key of the server is remembered.</source>
        <translation>No key of the server is remembered.</translation>
    </message>
    <message>
        <source>Forget the key of the server</source>
        <translation>Forget the key of the server</translation>
    </message>
    <message>
        <source>The next sign-in asks again whether the server is trusted</source>
        <translation>The next sign-in asks again whether the server is trusted</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>New keys</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Change keys</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Stay signed in on this computer</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>The words are the same: trust this server</source>
        <translation>The words are the same: trust this server</translation>
    </message>
    <message>
        <source>Write the address as https://host:port.</source>
        <translation>Write the address as https://host:port.</translation>
    </message>
    <message>
        <source>User and password are needed.</source>
        <translation>User and password are needed.</translation>
    </message>
    <message>
        <source>Without https the password could be read on the way. Plain http is only accepted for this computer itself.</source>
        <translation>Without https the password could be read on the way. Plain http is only accepted for this computer itself.</translation>
    </message>
    <message>
        <source>User or password is wrong.</source>
        <translation>User or password is wrong.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n second.</numerusform>
            <numerusform>Too many attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many attempts. Try again later.</source>
        <translation>Too many attempts. Try again later.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>The server cannot be reached: %1</translation>
    </message>
    <message>
        <source>%1 (request %2)</source>
        <comment>error text, request id</comment>
        <translation>%1 (request %2)</translation>
    </message>
    <message>
        <source>This computer has not talked to %1 before. Compare these words with the ones your administrator reads from the server:</source>
        <translation>This computer has not talked to %1 before. Compare these words with the ones your administrator reads from the server:</translation>
    </message>
    <message>
        <source>Stopped: the server shows another key than before. Somebody may be listening in between. Nothing was sent. Ask your administrator; only when the change is known may the old key be forgotten in the settings.</source>
        <translation>Stopped: the server shows another key than before. Somebody may be listening in between. Nothing was sent. Ask your administrator; only when the change is known may the old key be forgotten in the settings.</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>Known: %1</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation>Shown now: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SimulatorWindow</name>
    <message>
        <source>Guest simulator</source>
        <translation>Guest simulator</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest's WhatsApp message.</source>
        <translation>Sandbox: what you write here arrives as a guest's WhatsApp message.</translation>
    </message>
    <message>
        <source>Telephone number of the guest</source>
        <translation>Telephone number of the guest</translation>
    </message>
    <message>
        <source>Name of the guest</source>
        <translation>Name of the guest</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Message of the guest</source>
        <translation>Message of the guest</translation>
    </message>
    <message>
        <source>Conversation on the guest's telephone</source>
        <translation>Conversation on the guest's telephone</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>as the guest</comment>
        <translation>Send</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>You: %1</translation>
    </message>
    <message>
        <source>Hotel: %1</source>
        <translation>Hotel: %1</translation>
    </message>
    <message>
        <source>A telephone number with country code is needed.</source>
        <translation>A telephone number with country code is needed.</translation>
    </message>
    <message>
        <source>This daemon is not in the sandbox: nobody can write as a guest.</source>
        <translation>This daemon is not in the sandbox: nobody can write as a guest.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Not sent: %1</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest&apos;s WhatsApp message.</source>
        <translation>Sandbox: what you write here arrives as a guest&apos;s WhatsApp message.</translation>
    </message>
    <message>
        <source>Conversation on the guest&apos;s telephone</source>
        <translation>Conversation on the guest&apos;s telephone</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SnoozeDialog</name>
    <message>
        <source>Snooze conversation</source>
        <translation>Snooze conversation</translation>
    </message>
    <message>
        <source>It comes back at this time, or at once when the guest writes.</source>
        <translation>It comes back at this time, or at once when the guest writes.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>snooze: «In one hour», the time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>In one hour</source>
        <translation>In one hour</translation>
    </message>
    <message>
        <source>In four hours</source>
        <translation>In four hours</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>Exact time</source>
        <translation>Exact time</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Snooze</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::StateView</name>
    <message>
        <source>Request %1</source>
        <translation>Request %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TemplateDialog</name>
    <message>
        <source>Send a template</source>
        <translation>Send a template</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Send template</source>
        <translation>Send template</translation>
    </message>
    <message>
        <source>Loading templates…</source>
        <translation>Loading templates…</translation>
    </message>
    <message>
        <source>The templates could not be loaded</source>
        <translation>The templates could not be loaded</translation>
    </message>
    <message>
        <source>No approved template</source>
        <translation>No approved template</translation>
    </message>
    <message>
        <source>Templates are approved by WhatsApp and come from its business account.</source>
        <translation>Templates are approved by WhatsApp and come from its business account.</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Value of %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::VoicePlayer</name>
    <message numerus="yes">
        <source>This voice message is longer than %n minute(s) and is not played here.</source>
        <translation>
            <numerusform>This voice message is longer than %n minute and is not played here.</numerusform>
            <numerusform>This voice message is longer than %n minutes and is not played here.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file cannot be played.</source>
        <translation>This file cannot be played.</translation>
    </message>
    <message>
        <source>The file could not be loaded: %1</source>
        <translation>The file could not be loaded: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>position and length of a sound</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::WhyDialog</name>
    <message>
        <source>Why the bot said this</source>
        <translation>Why the bot said this</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::WhyPanel</name>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>hotel system</source>
        <translation>hotel system</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>knowledge base</translation>
    </message>
    <message>
        <source>the guest's words</source>
        <translation>the guest's words</translation>
    </message>
    <message>
        <source>facts of the house</source>
        <translation>facts of the house</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source of a fact, its age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>none were recorded</source>
        <translation>none were recorded</translation>
    </message>
    <message>
        <source>the guest&apos;s words</source>
        <translation>the guest&apos;s words</translation>
    </message>
    <message>
        <source>simulated hotel</source>
        <translation>simulated hotel</translation>
    </message>
    <message>
        <source>knowledge base, version %1</source>
        <translation>knowledge base, version %1</translation>
    </message>
    <message>
        <source>our own wording</source>
        <translation>our own wording</translation>
    </message>
    <message>
        <source>%1, free rooms</source>
        <translation>%1, free rooms</translation>
    </message>
    <message>
        <source>%1, price per night</source>
        <translation>%1, price per night</translation>
    </message>
    <message>
        <source>%1, total</source>
        <translation>%1, total</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>booking %1</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>stay</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>people</source>
        <translation>people</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>rooms</translation>
    </message>
    <message>
        <source>free rooms</source>
        <translation>free rooms</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>booking code</source>
        <translation>booking code</translation>
    </message>
    <message>
        <source>room number</source>
        <translation>room number</translation>
    </message>
    <message>
        <source>address</source>
        <translation>address</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>phrase</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>Understood by</source>
        <translation>Understood by</translation>
    </message>
    <message>
        <source>the language model</source>
        <translation>the language model</translation>
    </message>
    <message>
        <source>Worded by</source>
        <translation>Worded by</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>a transcript of a voice note</source>
        <translation>a transcript of a voice note</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::DeskTexts</name>
    <message>
        <source>the guest asked for a person</source>
        <translation>the guest asked for a person</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>it may be an emergency</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>the bot did not understand</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>the guest complains</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>the hotel system does not answer</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>the outcome of a booking is not known</translation>
    </message>
    <message>
        <source>the hotel system refused a booking</source>
        <translation>the hotel system refused a booking</translation>
    </message>
    <message>
        <source>a booking could not be cancelled</source>
        <translation>a booking could not be cancelled</translation>
    </message>
    <message>
        <source>a booking could not be changed</source>
        <translation>a booking could not be changed</translation>
    </message>
    <message>
        <source>a booking is to be cancelled by a person</source>
        <translation>a booking is to be cancelled by a person</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>a booking must be changed</translation>
    </message>
    <message>
        <source>it is not sure whether the booking is this guest&apos;s</source>
        <translation>it is not sure whether the booking is this guest's</translation>
    </message>
    <message>
        <source>a group wants to book</source>
        <translation>a group wants to book</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>the bot is not sure</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>the guest asked for silence</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>the guest sent something only a person can judge</translation>
    </message>
    <message>
        <source>the guest needs a service</source>
        <translation>the guest needs a service</translation>
    </message>
    <message>
        <source>the guest wants an invoice</source>
        <translation>the guest wants an invoice</translation>
    </message>
    <message>
        <source>the guest wants a transfer</source>
        <translation>the guest wants a transfer</translation>
    </message>
    <message>
        <source>the guest asked something that the bot has no answer to</source>
        <translation>the guest asked something that the bot has no answer to</translation>
    </message>
    <message>
        <source>the bot failed several times</source>
        <translation>the bot failed several times</translation>
    </message>
    <message>
        <source>the 24 hour window is closed</source>
        <translation>the 24 hour window is closed</translation>
    </message>
    <message>
        <source>the bot&apos;s answer became too old before it could be sent</source>
        <translation>the bot's answer became too old before it could be sent</translation>
    </message>
    <message>
        <source>WhatsApp refused a message</source>
        <translation>WhatsApp refused a message</translation>
    </message>
    <message>
        <source>a message could not be delivered</source>
        <translation>a message could not be delivered</translation>
    </message>
    <message>
        <source>nobody knows whether a message reached the guest</source>
        <translation>nobody knows whether a message reached the guest</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Question without an answer</source>
        <translation>Question without an answer</translation>
    </message>
    <message>
        <source>A guest reports an emergency</source>
        <translation>A guest reports an emergency</translation>
    </message>
    <message>
        <source>A guest needs a service</source>
        <translation>A guest needs a service</translation>
    </message>
    <message>
        <source>A guest wants an invoice</source>
        <translation>A guest wants an invoice</translation>
    </message>
    <message>
        <source>A guest wants a transfer</source>
        <translation>A guest wants a transfer</translation>
    </message>
    <message>
        <source>A guest asked something that the bot has no answer to</source>
        <translation>A guest asked something that the bot has no answer to</translation>
    </message>
    <message>
        <source>The bot failed several times; a person must answer</source>
        <translation>The bot failed several times; a person must answer</translation>
    </message>
    <message>
        <source>A guest&apos;s number changed: check who writes before telling anything about a booking</source>
        <translation>A guest's number changed: check who writes before telling anything about a booking</translation>
    </message>
    <message>
        <source>Something from WhatsApp could not be processed and was kept</source>
        <translation>Something from WhatsApp could not be processed and was kept</translation>
    </message>
    <message>
        <source>Nobody knows whether a message reached its guest</source>
        <translation>Nobody knows whether a message reached its guest</translation>
    </message>
    <message>
        <source>WhatsApp could not deliver a message</source>
        <translation>WhatsApp could not deliver a message</translation>
    </message>
    <message>
        <source>WhatsApp refuses the access token: nothing is sent until it is replaced</source>
        <translation>WhatsApp refuses the access token: nothing is sent until it is replaced</translation>
    </message>
    <message>
        <source>WhatsApp does not answer for our number, or refuses it</source>
        <translation>WhatsApp does not answer for our number, or refuses it</translation>
    </message>
    <message>
        <source>The hotel system does not answer: the bot cannot tell prices or book</source>
        <translation>The hotel system does not answer: the bot cannot tell prices or book</translation>
    </message>
    <message>
        <source>Check-in time</source>
        <translation>Check-in time</translation>
    </message>
    <message>
        <source>Check-out time</source>
        <translation>Check-out time</translation>
    </message>
    <message>
        <source>Early check-in</source>
        <translation>Early check-in</translation>
    </message>
    <message>
        <source>Late check-out</source>
        <translation>Late check-out</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Breakfast</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>Parking</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Pets</translation>
    </message>
    <message>
        <source>Gym</source>
        <translation>Gym</translation>
    </message>
    <message>
        <source>Restaurant and bar</source>
        <translation>Restaurant and bar</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>Smoking</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Luggage</source>
        <translation>Luggage</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>House rules</translation>
    </message>
    <message>
        <source>Spa</source>
        <translation>Spa</translation>
    </message>
    <message>
        <source>Laundry</source>
        <translation>Laundry</translation>
    </message>
    <message>
        <source>Room service</source>
        <translation>Room service</translation>
    </message>
    <message>
        <source>Air conditioning</source>
        <translation>Air conditioning</translation>
    </message>
    <message>
        <source>Heating</source>
        <translation>Heating</translation>
    </message>
    <message>
        <source>Minibar</source>
        <translation>Minibar</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Kitchen</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>Balcony</translation>
    </message>
    <message>
        <source>Sea view</source>
        <translation>Sea view</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Charging of electric cars</source>
        <translation>Charging of electric cars</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Meeting rooms</source>
        <translation>Meeting rooms</translation>
    </message>
    <message>
        <source>Television</source>
        <translation>Television</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Safe</translation>
    </message>
    <message>
        <source>The bot asks for a person: %1</source>
        <translation>The bot asks for a person: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::KnowledgeModel</name>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>%1, %2: no text</source>
        <comment>topic, language</comment>
        <translation>%1, %2: no text</translation>
    </message>
    <message>
        <source>%1, %2, sample text to replace: %3</source>
        <comment>topic, language, text</comment>
        <translation>%1, %2, sample text to replace: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>topic, language, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::TicketModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>kind of a request, guest, words</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, done by %2</source>
        <translation>%1, done by %2</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::Workspace</name>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ClaimsTable</name>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Where it comes from</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>no source was recorded</source>
        <translation>no source was recorded</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source of a fact, name of the fact</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, age</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeConflictDialog</name>
    <message>
        <source>Somebody changed this text meanwhile</source>
        <translation>Somebody changed this text meanwhile</translation>
    </message>
    <message>
        <source>Removed by somebody</source>
        <translation>Removed by somebody</translation>
    </message>
    <message>
        <source>Saved by %1</source>
        <translation>Saved by %1</translation>
    </message>
    <message>
        <source>Saved by %1, %2</source>
        <translation>Saved by %1, %2</translation>
    </message>
    <message>
        <source>Your text, not saved</source>
        <translation>Your text, not saved</translation>
    </message>
    <message>
        <source>Use the saved text</source>
        <translation>Use the saved text</translation>
    </message>
    <message>
        <source>Leave it removed</source>
        <translation>Leave it removed</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Save mine over it</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Go on editing</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeDelegate</name>
    <message>
        <source>not saved</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>text in a language</comment>
        <translation>missing</translation>
    </message>
    <message>
        <source>sample, replace it</source>
        <translation>sample, replace it</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeEditor</name>
    <message>
        <source>Text of the topic</source>
        <translation>Text of the topic</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open conversation</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>sample</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>language, state of its text</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · a new topic</source>
        <comment>key of the knowledge base</comment>
        <translation>%1 · a new topic</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>topic, language</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What the bot says about it in %1</source>
        <translation>What the bot says about it in %1</translation>
    </message>
    <message>
        <source>%1 asked: «%2» Saving this text closes the request.</source>
        <translation>%1 asked: «%2» Saving this text closes the request.</translation>
    </message>
    <message>
        <source>A guest</source>
        <translation>A guest</translation>
    </message>
    <message>
        <source>Sample text that came with the program. Replace it with what is true for this house: the bot says it to guests as it stands.</source>
        <translation>Sample text that came with the program. Replace it with what is true for this house: the bot says it to guests as it stands.</translation>
    </message>
    <message>
        <source>No text in this language yet: the bot leaves such a question to you.</source>
        <translation>No text in this language yet: the bot leaves such a question to you.</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>came with the program</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <comment>number, author, age</comment>
        <translation>Version %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <comment>number, author</comment>
        <translation>Version %1 · %2</translation>
    </message>
    <message>
        <source>The text was not saved: %1</source>
        <translation>The text was not saved: %1</translation>
    </message>
    <message>
        <source>Saved. The bot says it from now on.</source>
        <translation>Saved. The bot says it from now on.</translation>
    </message>
    <message>
        <source>Saved, and the request is done. The bot says it from now on.</source>
        <translation>Saved, and the request is done. The bot says it from now on.</translation>
    </message>
    <message>
        <source>The text was not removed: %1</source>
        <translation>The text was not removed: %1</translation>
    </message>
    <message>
        <source>Removed. The bot does not say it any more.</source>
        <translation>Removed. The bot does not say it any more.</translation>
    </message>
    <message>
        <source>Changes discarded.</source>
        <translation>Changes discarded.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeHistoryDialog</name>
    <message>
        <source>Versions of «%1», %2</source>
        <translation>Versions of «%1», %2</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Text of this version</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>Put into the editor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Loading versions…</source>
        <translation>Loading versions…</translation>
    </message>
    <message>
        <source>The versions could not be loaded</source>
        <translation>The versions could not be loaded</translation>
    </message>
    <message>
        <source>There has been no text in this language yet</source>
        <translation>There has been no text in this language yet</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>came with the program</translation>
    </message>
    <message>
        <source>%1. removed by %2</source>
        <translation>%1. removed by %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of a version, author</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeView</name>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Topics and their texts</source>
        <translation>Topics and their texts</translation>
    </message>
    <message>
        <source>Search topics and texts</source>
        <translation>Search topics and texts</translation>
    </message>
    <message>
        <source>Only what needs a text</source>
        <translation>Only what needs a text</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>New topic…</translation>
    </message>
    <message numerus="yes">
        <source>%n sample text(s) to replace</source>
        <translation>
            <numerusform>%n sample text to replace</numerusform>
            <numerusform>%n sample texts to replace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing</source>
        <translation>
            <numerusform>%n text missing</numerusform>
            <numerusform>%n texts missing</numerusform>
        </translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>Your role may not change what the bot says.</source>
        <translation>Your role may not change what the bot says.</translation>
    </message>
    <message>
        <source>The knowledge base could not be loaded</source>
        <translation>The knowledge base could not be loaded</translation>
    </message>
    <message>
        <source>Loading the knowledge base…</source>
        <translation>Loading the knowledge base…</translation>
    </message>
    <message>
        <source>No topic matches</source>
        <translation>No topic matches</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>The knowledge base is empty</source>
        <translation>The knowledge base is empty</translation>
    </message>
    <message>
        <source>What guests ask and the bot shall answer by itself is written here, in each language.</source>
        <translation>What guests ask and the bot shall answer by itself is written here, in each language.</translation>
    </message>
    <message>
        <source>Read %1; changes by others appear at once.</source>
        <translation>Read %1; changes by others appear at once.</translation>
    </message>
    <message>
        <source>Offline: this was read %1 (%2). Nothing can be saved now; what you write is kept.</source>
        <translation>Offline: this was read %1 (%2). Nothing can be saved now; what you write is kept.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::NewTopicDialog</name>
    <message>
        <source>New topic</source>
        <translation>New topic</translation>
    </message>
    <message>
        <source>Name of the topic</source>
        <translation>Name of the topic</translation>
    </message>
    <message>
        <source>for example: laundry</source>
        <translation>for example: laundry</translation>
    </message>
    <message>
        <source>Write its text</source>
        <translation>Write its text</translation>
    </message>
    <message>
        <source>The bot finds the text by this name. Letters, digits and spaces.</source>
        <translation>The bot finds the text by this name. Letters, digits and spaces.</translation>
    </message>
    <message>
        <source>There is «%1» already: its texts will be shown.</source>
        <translation>There is «%1» already: its texts will be shown.</translation>
    </message>
    <message>
        <source>It will be kept as «%1».</source>
        <translation>It will be kept as «%1».</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TicketsView</name>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>Open (%1)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open conversation</translation>
    </message>
    <message>
        <source>Add to knowledge…</source>
        <translation>Add to knowledge…</translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>asked %n time</numerusform>
            <numerusform>asked %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>Topic: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Language: %1</translation>
    </message>
    <message>
        <source>Since %1 (%2)</source>
        <translation>Since %1 (%2)</translation>
    </message>
    <message>
        <source>Asked again %1</source>
        <translation>Asked again %1</translation>
    </message>
    <message>
        <source>Done by %1, %2</source>
        <translation>Done by %1, %2</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>Your role may not read what guests ask for.</source>
        <translation>Your role may not read what guests ask for.</translation>
    </message>
    <message>
        <source>This server keeps no requests</source>
        <translation>This server keeps no requests</translation>
    </message>
    <message>
        <source>It is of an older release; its notes and alerts tell of them.</source>
        <translation>It is of an older release; its notes and alerts tell of them.</translation>
    </message>
    <message>
        <source>The requests could not be loaded</source>
        <translation>The requests could not be loaded</translation>
    </message>
    <message>
        <source>Loading requests…</source>
        <translation>Loading requests…</translation>
    </message>
    <message>
        <source>No open requests</source>
        <translation>No open requests</translation>
    </message>
    <message>
        <source>What the bot leaves to people appears here: services, invoices, transfers, and questions that have no entry in the knowledge base.</source>
        <translation>What the bot leaves to people appears here: services, invoices, transfers, and questions that have no entry in the knowledge base.</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Nothing has been done yet</translation>
    </message>
    <message>
        <source>The request is done.</source>
        <translation>The request is done.</translation>
    </message>
    <message>
        <source>The request was not changed: %1</source>
        <translation>The request was not changed: %1</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Mark as done</translation>
    </message>
</context>
</TS>

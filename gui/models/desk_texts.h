// The daemon's stable words for people, in the language of the console: why a conversation needs a person, kinds of
// requests and of alerts, topics of the knowledge base. A word that is not known here is shown as it is. Pure.
#pragma once

#include <QString>
#include <string>

#include "wire/alert.h"

namespace hotel::guimodels {

QString reasonText(const std::string& reason);    // «the guest asked for a person»
QString ticketKindText(const std::string& kind);  // «Question without an answer»
QString alertText(const wire::Alert& alert);      // of its kind; of the daemon for kinds with details
QString topicTitle(const QString& key);           // «Breakfast»

}  // namespace hotel::guimodels

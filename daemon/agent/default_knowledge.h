// The answers a new house begins with, as examples that staff replaces: resources/knowledge/{es,en,pt}.json, compiled
// in. No amounts, since they would be invented. Pure.
#pragma once

#include <vector>

#include "agent/agent.h"

namespace hotel::agent {

// {hotel} and {address} in the texts are filled from the house; entries that need what the house lacks are left out.
std::vector<ports::KnowledgeEntry> default_knowledge(const House& house);

}  // namespace hotel::agent

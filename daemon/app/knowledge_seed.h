// Fills an empty knowledge base with the default texts, once; what staff changed or removed later is never touched
// again.
#pragma once

#include "app/context.h"

namespace hotel::app {

rt::Task<void> seed_knowledge(Context& context);

}  // namespace hotel::app

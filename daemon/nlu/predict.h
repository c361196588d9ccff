// A row of the evaluation format ({"id","ref_date","text"}) to a prediction
// ({"id","lang","intent","entities","ambiguous"?}).
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "nlu/understand.h"

namespace hotel::nlu {

boost::json::object entities_json(const Entities& entities);
boost::json::object predict(const boost::json::value& row);  // a row without text or day gives "other" and no entities

}  // namespace hotel::nlu

// The readers behind read_facts, one file each. Every one fills its own members of Facts and reads no other's, except
// where its line says so.
#pragma once

#include "nlu/entities.h"
#include "nlu/view.h"

namespace hotel::nlu {

void read_marks(const View& view, Facts& out);        // e-mail, phone, booking code, flight
void read_things(const View& view, Facts& out);       // rooms, amenities, service items
void read_times(const View& view, Facts& out);        // time
void read_money(const View& view, Facts& out);        // amount, currency
void read_rating(const View& view, Facts& out);       // rating
void read_room_number(const View& view, Facts& out);  // room_number, room_number_named; not what is the time or amount
void read_name(const View& view, Facts& out);         // name

}  // namespace hotel::nlu

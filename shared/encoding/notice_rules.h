// What has to hold between the parts of a notice, which no single field can show.
#pragma once

#include "shared/domain/notice.h"
#include "shared/encoding/content_reader.h"

namespace sayso::encoding {

// Reports into `reader`. The notice may be incomplete: parts that are empty have been reported
// already.
void check_notice_rules(ContentReader& reader, const domain::Notice& notice);

}  // namespace sayso::encoding

/* Dear ImGui in the browser: its assertions would be texts and file names on every phone. They
 * stand in the native builds, in which the same layouts and draw lists are tested. */
#pragma once

#define IM_ASSERT(condition) ((void)(true || (condition)))

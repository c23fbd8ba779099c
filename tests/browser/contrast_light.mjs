// Contrast as it is painted, on every screen, in the light colours.

import { everyScreenHasContrast } from "./lib/contrast.mjs";

await everyScreenHasContrast({ colorScheme: "light" });

// Contrast as it is painted, on every screen, in the dark colours.

import { everyScreenHasContrast } from "./lib/contrast.mjs";

await everyScreenHasContrast({ colorScheme: "dark" });

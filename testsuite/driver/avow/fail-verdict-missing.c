/* reason: verdict missing, wanted verified */
void f (void) { } /* { avow-verdict verified } */

//! SIP trunks at Wavix.

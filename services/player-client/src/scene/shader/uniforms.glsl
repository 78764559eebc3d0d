precision highp float;

uniform vec2 uResolution;   // pixels of the drawing buffer
uniform float uPixel;       // device pixels to a CSS pixel, rounded
uniform float uTime;        // seconds
uniform float uArrive;      // 1 on arrival, falling to 0
uniform vec2 uDrift;        // pointer, -1 to 1
uniform float uMode;        // 0 full, 1 one-bit dither, 2 dimmed
uniform vec3 uInk;          // the one colour of the dither
uniform vec2 uSeed;         // 0 to 1

uniform int uKind;
uniform float uDensity;     // nebula, 0 to 1
uniform vec3 uNebulaBody;
uniform vec3 uNebulaEdge;

uniform vec3 uSun;          // x, y, radius
uniform vec3 uSunDisk;
uniform vec3 uSunGlow;

uniform vec4 uPlanet;       // x, y, radius (0 none), spin
uniform vec3 uSeaDeep;
uniform vec3 uSeaShallow;
uniform vec3 uSoilLow;
uniform vec3 uSoilHigh;
uniform vec3 uPeak;
uniform vec3 uIce;
uniform vec3 uAirTint;
uniform float uSeaLevel;
uniform float uClouds;
uniform float uIceLine;
uniform float uAir;
uniform float uBands;
uniform float uLava;

uniform vec3 uMoons[3];     // x, y, radius (0 none)
uniform vec3 uMoonTints[3];

uniform vec3 uStation;      // x, y, radius (0 none)
uniform vec3 uStationPose;  // wheels, pods, tilt
uniform vec3 uHole;         // x, y, radius (0 none)

out vec4 fragment;

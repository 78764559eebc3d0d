export { findCourse } from './course.repository.ts';
export { moveContextOf, moveStateOf, movingShipOf } from './mover.ts';
export { findCourseFor, type Navigator, plotForPlayer, readNavigator } from './plot.service.ts';

export { findCourse, passWaypoint } from './course.repository.ts';
export { moveContextOf, moveStateOf, movingShipOf } from './mover.ts';
export {
  findCourseFor,
  forgetCourse,
  loadNavigator,
  type Navigator,
  plotForPlayer,
  readCourse,
  readNavigator,
  waysOf,
} from './plot.service.ts';

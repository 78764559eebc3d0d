export { findCourse, passWaypoint } from './course.repository.ts';
export { moveContextOf, moveStateOf, movingShipOf } from './mover.ts';
export {
  findCourseFor,
  forgetCourse,
  type Navigator,
  plotForPlayer,
  readCourse,
  readNavigator,
} from './plot.service.ts';

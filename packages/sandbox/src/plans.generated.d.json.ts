declare const plans: object
export default plans

// Makes the three members a replica set, and a user for Daybook in the database that is its own. Can be run again.
const root = encodeURIComponent(process.env.MONGODB_ROOT_PASSWORD);
const members = ["mongodb-1:27017", "mongodb-2:27017", "mongodb-3:27017"];
const deadline = Date.now() + 120_000;

const first = new Mongo(`mongodb://root:${root}@${members[0]}/admin?directConnection=true`).getDB("admin");
if (!first.hello().setName) {
  first.adminCommand({
    replSetInitiate: { _id: "daybook", members: members.map((host, i) => ({ _id: i, host })) },
  });
}
while (!first.hello().primary) {
  if (Date.now() > deadline) throw new Error("no member was elected within two minutes");
  sleep(500);
}

const set = new Mongo(`mongodb://root:${root}@${members.join(",")}/admin?replicaSet=daybook`).getDB("daybook");
const user = { pwd: process.env.MONGODB_PASSWORD, roles: [{ role: "readWrite", db: "daybook" }] };
if (set.getUser("daybook")) set.updateUser("daybook", user);
else set.createUser({ user: "daybook", ...user });

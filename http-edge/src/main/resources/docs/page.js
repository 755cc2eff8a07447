// Were validatorUrl not null, the page would ask a validator elsewhere.
SwaggerUIBundle({
  url: "/docs/schema",
  dom_id: "#api",
  validatorUrl: null,
  deepLinking: true,
  docExpansion: "none",
  filter: true,
});

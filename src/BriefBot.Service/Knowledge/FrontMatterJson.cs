using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefBot.Service.Knowledge;

/// <summary>Reads front matter that is JSON.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class FrontMatterJson : JsonSerializerContext;

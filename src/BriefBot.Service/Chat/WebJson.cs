using System.Text.Json.Serialization;

namespace BriefBot.Service.Chat;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(IEnumerable<DocumentResponse>))]
internal sealed partial class WebJson : JsonSerializerContext;

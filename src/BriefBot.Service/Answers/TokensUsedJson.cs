using System.Text.Json.Serialization;

namespace BriefBot.Service.Answers;

[JsonSerializable(typeof(TokensUsed))]
internal sealed partial class TokensUsedJson : JsonSerializerContext;

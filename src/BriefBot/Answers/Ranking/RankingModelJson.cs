using System.Text.Json.Serialization;

namespace BriefBot.Answers.Ranking;

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RankingModel))]
internal sealed partial class RankingModelJson : JsonSerializerContext;

using BriefBot.Answers;
using BriefBot.Answers.Ranking;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Answers;

public sealed class ExtractiveComposerTests : ComposerContract
{
    private protected override Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken) =>
        new ExtractiveComposer(RankingModel.Shipped, Options.Create(new AnswersOptions { MaxSentences = 1 })).ComposeAsync(asked, cancellationToken);
}

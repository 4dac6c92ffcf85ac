using BriefBot.Answers;
using BriefBot.Service.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Answers;

public sealed class KernelComposerContractTests : ComposerContract
{
    private protected override async Task<Composition> ComposeAsync(Composing asked, CancellationToken cancellationToken)
    {
        await using var model = await ScriptedModel.StartAsync((prompt, http) => ScriptedModel.SayAsync(
            http, ScriptedModel.Message(prompt, "user").Contains("[1] ", StringComparison.Ordinal) ? "The ferry to Solvik began on 4 May 1931. [1]" : "NO ANSWER"));
        var options = new AnswersOptions { Model = model.Options };
        using var composer = new KernelComposer(
            Options.Create(options), new TokenBudget(options.Model, null, TimeProvider.System, new CollectingLogger<TokenBudget>()), TimeProvider.System,
                new CollectingLogger<KernelComposer>());
        return await composer.ComposeAsync(asked, cancellationToken);
    }
}

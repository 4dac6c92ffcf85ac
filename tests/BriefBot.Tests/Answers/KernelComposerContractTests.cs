using BriefBot.Answers;
using BriefBot.Service.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Answers;

public sealed class KernelComposerContractTests : ComposerContract
{
    private protected override async Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken)
    {
        await using var model = await ScriptedModel.StartAsync((prompt, http) => ScriptedModel.SayAsync(
            http, ScriptedModel.Message(prompt, "user").Contains("[1]\n", StringComparison.Ordinal) ? "The ferry to Solvik began on 4 May 1931. [1]" : "NO ANSWER"));
        var options = Options.Create(new AnswersOptions { Model = model.Options });
        var budget = new TokenBudget(options.Value.Model, null, TimeProvider.System, new CollectingLogger<TokenBudget>());
        using var api = new ModelApi(options, budget, new ModelState(budget), TimeProvider.System, new CollectingLogger<ModelApi>());
        return await new KernelComposer(api, new ModelPrompts(options), options, TimeProvider.System).ComposeAsync(asked, cancellationToken);
    }
}

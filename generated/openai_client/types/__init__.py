"""Types of OpenAI API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_names

_NAMES = {
    ".answers": "CreateAnswerResponse CreateAnswerResponseSelectedDocument",
    ".answers_params": "CreateAnswerRequestParam",
    ".audio": """AudioResponseFormat CreateSpeechRequestModelOption
    CreateSpeechResponseStreamEvent CreateTranscriptionRequestModelOption
    CreateTranscriptionResponse CreateTranscriptionResponseDiarizedJson
    CreateTranscriptionResponseJson CreateTranscriptionResponseStreamEvent
    CreateTranscriptionResponseVerboseJson CreateTranslationResponse
    CreateTranslationResponseJson CreateTranslationResponseVerboseJson
    SpeechAudioDeltaEvent SpeechAudioDoneEvent SpeechAudioDoneEventUsage
    TranscriptTextDeltaEvent TranscriptTextDoneEvent TranscriptTextSegmentEvent
    TranscriptTextUsageDuration TranscriptTextUsageTokens
    TranscriptTextUsageTokensInputTokenDetails TranscriptionInclude
    TranscriptionLanguage TranscriptionLogprob TranscriptionSegment TranscriptionUsage
    TranscriptionWord VoiceIdsShared VoiceIdsSharedOption""",
    ".audio_params": """CreateSpeechRequestParam CreateTranscriptionRequestParam
    CreateTranslationRequestParam VadConfigParam VoiceIdsOrCustomVoiceCustomVoiceParam
    VoiceIdsOrCustomVoiceParam""",
    ".batches": """Batch BatchError BatchErrors BatchRequestCounts BatchStatus
    BatchUsage BatchUsageInputTokensDetails BatchUsageOutputTokensDetails
    CreateBatchRequestEndpoint ListBatchesResponse AsyncListBatchesPage
    ListBatchesPage""",
    ".batches_params": "BatchFileExpirationAfterParam CreateBatchRequestParam",
    ".beta": """AssistantFileObject AssistantObject AssistantStreamEvent
    AssistantSupportedModels AssistantTool AssistantToolsCode AssistantToolsFileSearch
    AssistantToolsFileSearchFileSearch AssistantToolsFileSearchTypeOnly
    AssistantToolsFunction AssistantToolsRetrieval AssistantsApiResponseFormatOption
    AssistantsApiToolChoiceOption AssistantsNamedToolChoice
    AssistantsNamedToolChoiceFunction CodeInterpreterResources
    DeleteAssistantFileResponse DeleteAssistantResponse DeleteMessageResponse
    DeleteThreadResponse DoneEvent ErrorEvent FileSearchRanker FileSearchRankingOptions
    ListAssistantFilesResponse ListAssistantsResponse ListMessageFilesResponse
    ListMessagesResponse ListRunStepsResponse ListRunsResponse MessageAttachment
    MessageAttachmentTool MessageContentImageFileObject
    MessageContentImageFileObjectImageFile MessageContentImageUrlObject
    MessageContentImageUrlObjectImageUrl MessageContentRefusalObject
    MessageContentTextAnnotationsFileCitationObject
    MessageContentTextAnnotationsFilePathObject
    MessageContentTextAnnotationsFilePathObjectFilePath
    MessageContentTextFileCitationObjectFileCitation MessageContentTextObject
    MessageContentTextObjectText MessageContentTextObjectTextAnnotation
    MessageDeltaContentImageFileObject MessageDeltaContentImageFileObjectImageFile
    MessageDeltaContentImageUrlObject MessageDeltaContentImageUrlObjectImageUrl
    MessageDeltaContentRefusalObject
    MessageDeltaContentTextAnnotationsFileCitationObject
    MessageDeltaContentTextAnnotationsFilePathObject
    MessageDeltaContentTextAnnotationsFilePathObjectFilePath
    MessageDeltaContentTextFileCitationObjectFileCitation MessageDeltaContentTextObject
    MessageDeltaContentTextObjectText MessageDeltaContentTextObjectTextAnnotation
    MessageDeltaObject MessageDeltaObjectDelta MessageDeltaObjectDeltaContentItem
    MessageDeltaStreamEvent MessageFileObject MessageImageDetail MessageObject
    MessageObjectContentItem MessageObjectIncompleteDetails
    MessageObjectIncompleteDetailsReason MessageStreamEvent MessageStreamEventEvent
    RunCompletionUsage RunObject RunObjectIncompleteDetails RunObjectLastError
    RunObjectLastErrorCode RunObjectRequiredAction
    RunObjectRequiredActionSubmitToolOutputs RunObjectStatus RunStepCompletionUsage
    RunStepDeltaObject RunStepDeltaObjectDelta RunStepDeltaObjectDeltaStepDetails
    RunStepDeltaStepDetailsCallsCodeOutputImageObjectImage
    RunStepDeltaStepDetailsMessageCreationObject
    RunStepDeltaStepDetailsToolCallsCodeObject
    RunStepDeltaStepDetailsToolCallsCodeObjectOutput
    RunStepDeltaStepDetailsToolCallsCodeOutputImageObject
    RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject
    RunStepDeltaStepDetailsToolCallsFileSearchObject
    RunStepDeltaStepDetailsToolCallsFunctionObject
    RunStepDeltaStepDetailsToolCallsFunctionObjectFunction
    RunStepDeltaStepDetailsToolCallsObject
    RunStepDeltaStepDetailsToolCallsObjectToolCall
    RunStepDeltaStepMessageCreationObjectMessageCreation
    RunStepDeltaStepToolCallsCodeObjectCodeInterpreter RunStepDeltaStreamEvent
    RunStepDetailsMessageCreationObject
    RunStepDetailsMessageCreationObjectMessageCreation RunStepDetailsToolCallsCodeObject
    RunStepDetailsToolCallsCodeObjectCodeInterpreter
    RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput
    RunStepDetailsToolCallsCodeOutputImageObject
    RunStepDetailsToolCallsCodeOutputImageObjectImage
    RunStepDetailsToolCallsCodeOutputLogsObject RunStepDetailsToolCallsFileSearchObject
    RunStepDetailsToolCallsFileSearchObjectFileSearch
    RunStepDetailsToolCallsFileSearchRankingOptionsObject
    RunStepDetailsToolCallsFileSearchResultObject
    RunStepDetailsToolCallsFileSearchResultObjectContentItem
    RunStepDetailsToolCallsFunctionObject RunStepDetailsToolCallsFunctionObjectFunction
    RunStepDetailsToolCallsObject RunStepDetailsToolCallsObjectToolCall
    RunStepDetailsToolCallsRetrievalObject RunStepIncludeItem RunStepObject
    RunStepObjectLastError RunStepObjectStatus RunStepObjectStepDetails
    RunStepStreamEvent RunStepStreamEventEvent RunStreamEvent RunStreamEventEvent
    RunToolCallObject RunToolCallObjectFunction ThreadObject ThreadStreamEvent
    ToolResources ToolResourcesFileSearch TruncationObject AsyncListAssistantFilesPage
    AsyncListAssistantsPage AsyncListMessageFilesPage AsyncListMessagesPage
    AsyncListRunStepsPage AsyncListRunsPage ListAssistantFilesPage ListAssistantsPage
    ListMessageFilesPage ListMessagesPage ListRunStepsPage ListRunsPage""",
    ".beta_params": """AssistantToolParam AssistantToolsCodeParam
    AssistantToolsFileSearchFileSearchParam AssistantToolsFileSearchParam
    AssistantToolsFileSearchTypeOnlyParam AssistantToolsFunctionParam
    AssistantToolsRetrievalParam AssistantsApiResponseFormatOptionParam
    AssistantsApiToolChoiceOptionParam AssistantsNamedToolChoiceFunctionParam
    AssistantsNamedToolChoiceParam ChunkingStrategyAutoParam ChunkingStrategyStaticParam
    ChunkingStrategyStaticStaticParam CodeInterpreterResourcesParam
    CreateAssistantFileRequestParam CreateAssistantRequestParam
    CreateMessageRequestContentPartParam CreateMessageRequestParam CreateRunRequestParam
    CreateThreadAndRunRequestParam CreateThreadRequestParam
    CreateToolResourcesFileSearchParam CreateToolResourcesParam
    FileSearchRankingOptionsParam MessageAttachmentParam MessageAttachmentToolParam
    MessageContentImageFileObjectImageFileParam MessageContentImageFileObjectParam
    MessageContentImageUrlObjectImageUrlParam MessageContentImageUrlObjectParam
    MessageRequestContentTextObjectParam ModifyAssistantRequestParam
    ModifyMessageRequestParam ModifyRunRequestParam ModifyThreadRequestParam
    SubmitToolOutputsRunRequestParam SubmitToolOutputsRunRequestToolOutputParam
    ToolResourcesFileSearchParam ToolResourcesParam ToolVectorStoreChunkingStrategyParam
    ToolVectorStoreParam TruncationObjectParam""",
    ".chat": """ChatCompletionDeleted ChatCompletionList
    ChatCompletionMessageCustomToolCall ChatCompletionMessageCustomToolCallCustom
    ChatCompletionMessageList ChatCompletionMessageToolCall
    ChatCompletionMessageToolCallChunk ChatCompletionMessageToolCallChunkFunction
    ChatCompletionMessageToolCallFunction ChatCompletionMessageToolCalls
    ChatCompletionMessageToolCallsItem ChatCompletionModeration
    ChatCompletionModerationError ChatCompletionModerationOutcome
    ChatCompletionModerationResults ChatCompletionRequestMessageContentPartImage
    ChatCompletionRequestMessageContentPartImageImageUrl
    ChatCompletionRequestMessageContentPartText ChatCompletionResponseMessage
    ChatCompletionResponseMessageAudio ChatCompletionResponseMessageFunctionCall
    ChatCompletionStoreMessage ChatCompletionStoreMessageAudio
    ChatCompletionStoreMessageContentPart ChatCompletionStoreMessageFunctionCall
    ChatCompletionStoreMessageRole ChatCompletionStreamResponseDelta
    ChatCompletionStreamResponseDeltaFunctionCall ChatCompletionStreamResponseDeltaRole
    ChatCompletionTokenLogprob ChatCompletionTokenLogprobTopLogprob ChatCompletionTool
    ChatCompletionUrlCitation ChatCompletionUrlCitationUrlCitation
    CreateChatCompletionResponse CreateChatCompletionResponseChoice
    CreateChatCompletionResponseChoiceFinishReason
    CreateChatCompletionResponseChoiceLogprobs CreateChatCompletionStreamResponse
    CreateChatCompletionStreamResponseChoice
    CreateChatCompletionStreamResponseChoiceFinishReason
    CreateChatCompletionStreamResponseChoiceLogprobs FunctionParameters ModelIdsShared
    ModelIdsSharedOption ModerationResultBody PromptCacheBreakpointParam ServiceTier
    Verbosity WebSearchContextSize AsyncChatCompletionListPage
    AsyncChatCompletionMessageListPage ChatCompletionListPage
    ChatCompletionMessageListPage""",
    ".chat_params": """ChatCompletionAllowedToolsChoiceParam
    ChatCompletionAllowedToolsParam ChatCompletionFunctionCallOptionParam
    ChatCompletionFunctionsParam ChatCompletionMessageCustomToolCallCustomParam
    ChatCompletionMessageCustomToolCallParam ChatCompletionMessageToolCallFunctionParam
    ChatCompletionMessageToolCallParam ChatCompletionMessageToolCallsItemParam
    ChatCompletionMessageToolCallsParam ChatCompletionNamedToolChoiceCustomCustomParam
    ChatCompletionNamedToolChoiceCustomParam ChatCompletionNamedToolChoiceFunctionParam
    ChatCompletionNamedToolChoiceParam ChatCompletionRequestAssistantMessageAudioParam
    ChatCompletionRequestAssistantMessageContentPartParam
    ChatCompletionRequestAssistantMessageFunctionCallParam
    ChatCompletionRequestAssistantMessageParam
    ChatCompletionRequestDeveloperMessageParam ChatCompletionRequestFunctionMessageParam
    ChatCompletionRequestMessageContentPartAudioInputAudioParam
    ChatCompletionRequestMessageContentPartAudioParam
    ChatCompletionRequestMessageContentPartFileFileParam
    ChatCompletionRequestMessageContentPartFileParam
    ChatCompletionRequestMessageContentPartImageImageUrlParam
    ChatCompletionRequestMessageContentPartImageParam
    ChatCompletionRequestMessageContentPartParam
    ChatCompletionRequestMessageContentPartRefusalParam
    ChatCompletionRequestMessageContentPartTextParam ChatCompletionRequestMessageParam
    ChatCompletionRequestSystemMessageParam ChatCompletionRequestToolMessageParam
    ChatCompletionRequestUserMessageParam ChatCompletionStreamOptionsParam
    ChatCompletionToolChoiceOptionParam ChatCompletionToolParam
    CreateChatCompletionRequestAudioParam CreateChatCompletionRequestParam
    CreateChatCompletionRequestResponseFormatParam CreateChatCompletionRequestToolParam
    CreateChatCompletionRequestWebSearchOptionsParam
    CreateChatCompletionRequestWebSearchOptionsUserLocationParam
    CustomToolChatCompletionsCustomParam CustomToolChatCompletionsParam
    CustomToolFormatGrammarFormatGrammarParam CustomToolFormatGrammarFormatParam
    CustomToolFormatParam CustomToolFormatTextFormatParam FunctionParametersParam
    ModerationConfigParam ModerationParam ModerationPolicyParam PredictionContentParam
    PromptCacheBreakpointInputParam PromptCacheOptionsParam ResponseModalitiesParam
    UpdateChatCompletionRequestParam WebSearchLocationParam""",
    ".classifications": """CreateClassificationResponse
    CreateClassificationResponseSelectedExample""",
    ".classifications_params": "CreateClassificationRequestParam",
    ".completions": """CompletionUsage CompletionUsageCompletionTokensDetails
    CompletionUsagePromptTokensDetails CreateCompletionRequestModelOption
    CreateCompletionResponse CreateCompletionResponseChoice
    CreateCompletionResponseChoiceLogprobs""",
    ".completions_params": "CreateCompletionRequestParam",
    ".components": """BatchRequestInput BatchRequestOutput BatchRequestOutputError
    BatchRequestOutputResponse""",
    ".edits": """CreateEditRequestModelOption CreateEditResponse
    CreateEditResponseChoice CreateEditResponseChoiceLogprobs""",
    ".edits_params": "CreateEditRequestParam",
    ".embeddings": """CreateEmbeddingRequestModelOption CreateEmbeddingResponse
    CreateEmbeddingResponseUsage Embedding""",
    ".embeddings_params": "CreateEmbeddingRequestParam",
    ".evals": """CreateEvalCompletionsRunDataSource
    CreateEvalCompletionsRunDataSourceInputMessages
    CreateEvalCompletionsRunDataSourceResponseFormat
    CreateEvalCompletionsRunDataSourceSamplingParams
    CreateEvalCompletionsRunDataSourceSource CreateEvalJsonlRunDataSource
    CreateEvalJsonlRunDataSourceSource CreateEvalResponsesRunDataSource
    CreateEvalResponsesRunDataSourceInputMessages
    CreateEvalResponsesRunDataSourceSamplingParams
    CreateEvalResponsesRunDataSourceSamplingParamsText
    CreateEvalResponsesRunDataSourceSamplingParamsTextFormat
    CreateEvalResponsesRunDataSourceSource DeleteEvalResponse DeleteEvalRunResponse
    EasyInputMessage EasyInputMessageContentPart Eval EvalApiError
    EvalCustomDataSourceConfig EvalDataSourceConfig EvalGraderLabelModel
    EvalGraderPython EvalGraderScoreModel EvalGraderStringCheck EvalGraderTextSimilarity
    EvalInputReference EvalInputTemplate EvalInputTemplateTemplateItem EvalItem
    EvalItemContent EvalItemContentItem EvalItemContentOutputText EvalItemInputImage
    EvalJsonlFileContentSource EvalJsonlFileContentSourceContentItem
    EvalJsonlFileIdSource EvalList EvalLogsDataSourceConfig EvalResponsesSource
    EvalResponsesTool EvalRun EvalRunDataSource EvalRunList EvalRunOutputItem
    EvalRunOutputItemList EvalRunOutputItemResult EvalRunOutputItemSample
    EvalRunOutputItemSampleInputItem EvalRunOutputItemSampleOutputItem
    EvalRunOutputItemSampleUsage EvalRunPerModelUsageItem
    EvalRunPerTestingCriteriaResult EvalRunResultCounts
    EvalStoredCompletionsDataSourceConfig EvalStoredCompletionsSource
    EvalTestingCriteriaItem GetEvalRunsStatus GraderLabelModel
    GraderScoreModelSamplingParams GraderStringCheck
    GraderTextSimilarityEvaluationMetric InputAudio InputAudioInputAudio
    InputFileContent InputImageContent InputTextContent TextResponseFormatJsonSchema
    AsyncEvalListPage AsyncEvalRunListPage AsyncEvalRunOutputItemListPage EvalListPage
    EvalRunListPage EvalRunOutputItemListPage""",
    ".evals_params": """CreateEvalCompletionsRunDataSourceInputMessagesParam
    CreateEvalCompletionsRunDataSourceParam
    CreateEvalCompletionsRunDataSourceResponseFormatParam
    CreateEvalCompletionsRunDataSourceSamplingParamsParam
    CreateEvalCompletionsRunDataSourceSourceParam CreateEvalCustomDataSourceConfigParam
    CreateEvalItemParam CreateEvalItemPlainMessageParam
    CreateEvalJsonlRunDataSourceParam CreateEvalJsonlRunDataSourceSourceParam
    CreateEvalLabelModelGraderParam CreateEvalLogsDataSourceConfigParam
    CreateEvalRequestDataSourceConfigParam CreateEvalRequestParam
    CreateEvalRequestTestingCriteriaItemParam
    CreateEvalResponsesRunDataSourceInputMessagesParam
    CreateEvalResponsesRunDataSourceParam
    CreateEvalResponsesRunDataSourceSamplingParamsParam
    CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam
    CreateEvalResponsesRunDataSourceSamplingParamsTextParam
    CreateEvalResponsesRunDataSourceSourceParam CreateEvalRunRequestDataSourceParam
    CreateEvalRunRequestParam CreateEvalStoredCompletionsDataSourceConfigParam
    EasyInputMessageContentPartParam EasyInputMessageParam EvalGraderPythonParam
    EvalGraderScoreModelParam EvalGraderStringCheckParam EvalGraderTextSimilarityParam
    EvalInputReferenceParam EvalInputTemplateParam EvalInputTemplateTemplateItemParam
    EvalItemContentItemParam EvalItemContentOutputTextParam EvalItemContentParam
    EvalItemInputImageParam EvalItemParam EvalJsonlFileContentSourceContentItemParam
    EvalJsonlFileContentSourceParam EvalJsonlFileIdSourceParam EvalResponsesSourceParam
    EvalResponsesToolParam EvalStoredCompletionsSourceParam GraderLabelModelParam
    GraderScoreModelSamplingParamsParam GraderStringCheckParam InputAudioInputAudioParam
    InputAudioParam InputFileContentParam InputImageContentParam InputTextContentParam
    TextResponseFormatJsonSchemaParam UpdateEvalRequestParam""",
    ".files": """CreateFileRequestPurpose DeleteFileResponse ListFilesResponse
    OpenAIFile OpenAIFilePurpose AsyncListFilesPage ListFilesPage""",
    ".files_params": "CreateFileRequestParam FileExpirationAfterParam",
    ".fine_tunes": """FineTune FineTuneEvent FineTuneHyperparams
    ListFineTuneEventsResponse ListFineTunesResponse AsyncListFineTunesPage
    ListFineTunesPage""",
    ".fine_tunes_params": "CreateFineTuneRequestParam",
    ".fine_tuning": """CreateFineTuningJobRequestModelOption FineTuneBatchSize
    FineTuneDPOHyperparameters FineTuneDPOMethod FineTuneEpochs
    FineTuneLearningRateMultiplier FineTuneMethod FineTuneReinforcementHyperparameters
    FineTuneReinforcementMethod FineTuneReinforcementMethodGrader
    FineTuneSupervisedHyperparameters FineTuneSupervisedMethod FineTuningIntegration
    FineTuningIntegrationWandb FineTuningJob FineTuningJobCheckpoint
    FineTuningJobCheckpointMetrics FineTuningJobError FineTuningJobEvent
    FineTuningJobHyperparameters FineTuningJobStatus GraderMulti GraderMultiGraders
    GraderPython GraderScoreModel GraderTextSimilarity
    ListFineTuningJobCheckpointsResponse ListFineTuningJobEventsResponse
    ListPaginatedFineTuningJobsResponse AsyncListFineTuningJobCheckpointsPage
    AsyncListFineTuningJobEventsPage AsyncListPaginatedFineTuningJobsPage
    ListFineTuningJobCheckpointsPage ListFineTuningJobEventsPage
    ListPaginatedFineTuningJobsPage""",
    ".fine_tuning_params": """CreateFineTuningJobRequestHyperparametersParam
    CreateFineTuningJobRequestParam FineTuneDPOHyperparametersParam
    FineTuneDPOMethodParam FineTuneMethodParam FineTuneReinforcementHyperparametersParam
    FineTuneReinforcementMethodGraderParam FineTuneReinforcementMethodParam
    FineTuneSupervisedHyperparametersParam FineTuneSupervisedMethodParam
    FineTuningIntegrationParam FineTuningIntegrationWandbParam GraderMultiGradersParam
    GraderMultiParam GraderPythonParam GraderScoreModelParam
    GraderTextSimilarityParam""",
    ".images": """CreateImageEditRequestModelOption CreateImageEditRequestSizeOption
    CreateImageRequestModelOption CreateImageRequestQuality CreateImageRequestSizeOption
    Image ImageEditCompletedEvent ImageEditPartialImageEvent ImageEditStreamEvent
    ImageGenCompletedEvent ImageGenPartialImageEvent ImageGenStreamEvent ImagesResponse
    ImagesUsage ImagesUsageInputTokensDetails ImagesUsageOutputTokensDetails
    PartialImages""",
    ".images_params": """CreateImageEditRequestParam CreateImageRequestParam
    CreateImageVariationRequestParam""",
    ".models": """DeleteModelResponse ListModelsResponse Model AsyncListModelsPage
    ListModelsPage""",
    ".moderations": """CreateModerationRequestModelOption CreateModerationResponse
    Moderation ModerationCategories ModerationCategoryInputTypes
    ModerationCategoryScores ModerationInputType""",
    ".moderations_params": """CreateModerationRequestParam
    ModerationImageURLInputImageUrlParam ModerationImageURLInputParam
    ModerationInputParam ModerationTextInputParam""",
    ".shared": """Error ErrorResponse FunctionObject Metadata ParallelToolCalls
    ReasoningEffort ResponseFormatJsonObject ResponseFormatJsonSchema
    ResponseFormatJsonSchemaJsonSchema ResponseFormatJsonSchemaSchema
    ResponseFormatText""",
    ".shared_params": """FunctionObjectParam MetadataParam ResponseFormatJsonObjectParam
    ResponseFormatJsonSchemaJsonSchemaParam ResponseFormatJsonSchemaParam
    ResponseFormatJsonSchemaSchemaParam ResponseFormatTextParam
    StopConfigurationParam""",
    ".parsed": """ParsedChatCompletionResponseMessage
    ParsedCreateChatCompletionResponseChoice ParsedCreateChatCompletionResponse""",
    ".event_streams": """AsyncCreateChatCompletionResponseEventStream
    AsyncCreateCompletionResponseEventStream
    AsyncCreateTranscriptionResponseJsonEventStream AsyncRunObjectEventStream
    CreateChatCompletionResponseEventStream CreateCompletionResponseEventStream
    CreateTranscriptionResponseJsonEventStream RunObjectEventStream""",
}

if TYPE_CHECKING:
    from .answers import *
    from .answers_params import *
    from .audio import *
    from .audio_params import *
    from .batches import *
    from .batches_params import *
    from .beta import *
    from .beta_params import *
    from .chat import *
    from .chat_params import *
    from .classifications import *
    from .classifications_params import *
    from .completions import *
    from .completions_params import *
    from .components import *
    from .edits import *
    from .edits_params import *
    from .embeddings import *
    from .embeddings_params import *
    from .evals import *
    from .evals_params import *
    from .event_streams import *
    from .files import *
    from .files_params import *
    from .fine_tunes import *
    from .fine_tunes_params import *
    from .fine_tuning import *
    from .fine_tuning_params import *
    from .images import *
    from .images_params import *
    from .models import *
    from .moderations import *
    from .moderations_params import *
    from .parsed import *
    from .shared import *
    from .shared_params import *
else:
    __getattr__ = lazy_names(__name__, _NAMES)
    __all__ = [name for names in _NAMES.values() for name in names.split()]

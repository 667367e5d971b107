{{/* The release's own name, or one that says what it is. */}}
{{- define "vitals.name" -}}
{{- ternary .Release.Name (printf "%s-vitals" .Release.Name) (contains "vitals" .Release.Name) | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "vitals.selector" -}}
app.kubernetes.io/name: vitals
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "vitals.labels" -}}
{{ include "vitals.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{- define "vitals.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{ .Values.serviceAccount.name | default (include "vitals.name" .) }}
{{- else -}}
{{ required "serviceAccount.name: name the one that exists, or let it be created" .Values.serviceAccount.name }}
{{- end -}}
{{- end -}}

{{/* What is decided here, not in the configuration, is refused there: two would contradict each other. */}}
{{- define "vitals.config" -}}
{{- $server := .Values.config.server | default dict -}}
{{- range tuple "host" "port" -}}
{{- if hasKey $server . -}}
{{- fail (printf "config.server.%s: the chart decides that; leave it out" .) -}}
{{- end -}}
{{- end -}}
{{- if not (kindIs "map" (get $server "auth")) -}}
{{- fail "config.server.auth: say who may ask (tokens, oidc or kubernetes): the pod listens on every address" -}}
{{- end -}}
{{- tpl (toYaml .Values.config) . -}}
{{- end -}}

{{/* Probes and scrapes speak as the server does. */}}
{{- define "vitals.scheme" -}}
{{- $server := .Values.config.server | default dict -}}
{{- ternary "HTTPS" "HTTP" (not (empty $server.tls)) -}}
{{- end -}}

{{/* What is taken up while it runs needs no new pod. */}}
{{- define "vitals.restartOn" -}}
{{- omit .Values.config "limits" "ignores" "critical" "runbooks" "teams" "teamLabels" | toYaml | sha256sum -}}
{{- end -}}

{{/* Three quarters of the memory's limit, in MiB; 0: there is none. */}}
{{- define "vitals.heap" -}}
{{- $limit := dig "limits" "memory" "" (.Values.resources | default dict) | toString -}}
{{- if not $limit -}}
0
{{- else if not (regexMatch "^[0-9]+(Gi|Mi|G|M)$" $limit) -}}
{{- fail (printf "resources.limits.memory: %s; write a whole number of Mi, Gi, M or G" $limit) -}}
{{- else -}}
{{- $unit := regexFind "[GM]i?" $limit -}}
{{- $mebibytes := get (dict "Gi" 1024 "Mi" 1 "G" 953 "M" 1) $unit -}}
{{- div (mul (trimSuffix $unit $limit | int64) $mebibytes 3) 4 -}}
{{- end -}}
{{- end -}}
